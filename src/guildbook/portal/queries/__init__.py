"""Reads of the public face: what the home page, the map and the latest changes show."""
