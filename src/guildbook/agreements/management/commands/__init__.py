"""`guildbook pass_time`."""
