"""Thai: the tables by which figures in Thai prose are read."""
