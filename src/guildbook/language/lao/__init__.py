"""Lao: the tables by which figures in Lao prose are read."""
