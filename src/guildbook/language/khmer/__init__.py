"""Khmer: the tables by which figures in Khmer prose are read."""
