"""What partners run together."""
