"""`guildbook figures`."""
