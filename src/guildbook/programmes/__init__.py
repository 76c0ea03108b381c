"""Programmes and resources."""
