"""Indicators, claims, lineage."""
