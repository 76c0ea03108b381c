"""Guildbook: the book of record of international vocational-education alliances."""
