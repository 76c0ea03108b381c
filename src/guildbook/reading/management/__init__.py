"""The command line of the reading area."""
