"""`guildbook read` and `guildbook check`."""
