"""The spellings that Lao texts use side by side: ໝ and ຫມ, ໜ and ຫນ, ຳ and ໍາ."""

from __future__ import annotations

_PAIRS = (("ໝ", "ຫມ"), ("ໜ", "ຫນ"), ("ຳ", "ໍາ"), ("ຫຼ", "ຫລ"))


def spellings(word: str) -> list[str]:
    """A word in every spelling, the given one first."""
    found = [word]
    for one, other in _PAIRS:
        found += [each.replace(one, other) for each in found if one in each]
    return found


def spelled(table: str) -> str:
    """A table of the prose engine with every word in every spelling."""
    lines = []
    for line in table.splitlines():
        gloss, colon, words = line.partition(":")
        given = [word.strip() for word in (words if colon else gloss).split(",") if word.strip()]
        every = ", ".join(spelling for word in given for spelling in spellings(word))
        lines.append(f"{gloss}: {every}" if colon else every)
    return "\n".join(lines)
