"""`guildbook align`."""
