"""Commands of the agreements area."""
