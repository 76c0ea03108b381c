"""Burmese: the tables by which figures in Burmese prose are read."""
