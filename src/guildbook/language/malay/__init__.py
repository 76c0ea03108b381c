"""Malay: the tables its figures are read by, on top of what it shares with Indonesian."""
