"""Notices to people: on screen and by e-mail."""
