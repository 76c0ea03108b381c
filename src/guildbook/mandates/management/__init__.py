"""Commands of the mandates area."""
