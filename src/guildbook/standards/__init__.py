"""Standards and adoptions."""
