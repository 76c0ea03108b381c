"""Rounds and returns."""
