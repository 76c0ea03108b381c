"""Vietnamese: the tables its figures are read by."""
