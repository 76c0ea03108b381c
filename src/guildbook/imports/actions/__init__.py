"""Writes of the imports area."""
