"""The command line of the directory."""
