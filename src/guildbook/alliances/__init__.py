"""Alliances and memberships."""
