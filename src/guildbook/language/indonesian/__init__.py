"""Indonesian: the tables its figures are read by; Malay takes from them what the two share."""
