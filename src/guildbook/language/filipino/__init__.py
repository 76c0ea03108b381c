"""Filipino: the tables its figures are read by."""
