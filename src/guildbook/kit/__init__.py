"""What every record is, and the faces derived from its declaration."""
