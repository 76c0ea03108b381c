"""Commands of the figures area."""
