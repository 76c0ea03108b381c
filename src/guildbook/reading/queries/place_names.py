"""Names of places in the languages of texts, beside the book's own: CLDR for countries, a table for others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

LOCALES = ("vi", "th", "lo", "km", "my", "id", "ms", "fil", "zh_Hans", "zh_Hant")
TABLE = Path(__file__).parent / "place_names.tsv"
# Chinese places are also written with their rank.
_RANKS = {"province": ("省", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "市"), "city": ("市",)}
_COUNTRY_CODE = 2


def place_names(record: Any) -> Iterator[str]:
    """Names of a place in the languages that texts are read in."""
    code = getattr(record, "iso_code", "") or ""
    if len(code) == _COUNTRY_CODE:
        yield from _territory(code)
    label = record.label()
    yield from _table().get(label.get("en", ""), ())
    for tag, name in label.items():
        if tag.startswith("zh"):
            yield from (f"{name}{rank}" for rank in _RANKS.get(record.kind, ()) if not name.endswith(rank[-1:]))


@lru_cache(maxsize=512)
def _territory(code: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for tag in LOCALES:
        try:
            name = Locale.parse(tag).territories.get(code)
        except (UnknownLocaleError, ValueError):  # a CLDR of another version may lack a language
            continue
        if name:
            found[name] = None
    return tuple(found)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """Names by English name; a line holds the English name and names in other languages, parted by tabs."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: tuple(name for name in row[1:] if name) for row in rows}
