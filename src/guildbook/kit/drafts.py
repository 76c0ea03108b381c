"""A draft: one record with its parts and citations, as it should be, before an action keeps it."""

from dataclasses import dataclass, field
from typing import Any

from guildbook.kit.models import Citation, Part, Record


@dataclass
class Draft:
    """A record (saved or not), its parts by name, its many-to-many links by field, and its citations."""

    record: Record
    rows: dict[str, list[Part]] = field(default_factory=dict)
    links: dict[str, list[Any]] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
