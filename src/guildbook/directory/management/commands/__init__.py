"""`guildbook names`."""
