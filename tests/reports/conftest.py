from reports.notes import guild, note

__all__ = ["guild", "note"]
