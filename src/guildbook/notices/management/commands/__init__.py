"""Commands of the notices area."""
