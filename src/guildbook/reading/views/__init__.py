"""The pages of the reading area."""

from guildbook.reading.views.pages import check, record

__all__ = ["check", "record"]
