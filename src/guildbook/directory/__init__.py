"""Organisations, places, people in roles, sources."""
