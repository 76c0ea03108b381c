"""Agreements, their parties and versions."""
