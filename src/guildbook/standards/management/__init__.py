"""The command line of the standards area."""
