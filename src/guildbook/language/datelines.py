"""Datelines, saying where a text was written: “NANNING, Aug. 31 (X) --”, “Hà Nội (TTXVN) –”, “南宁8月31日电”."""

from __future__ import annotations

import re
from collections.abc import Callable

_LONGEST = 110
# A place: capitalised words, or, in scripts without capitals, a short stretch without signs.
_PLACE = r"(?P<place>[^\s\d.,:;!?()\"—၊៖-][^\d.:;!?()\"\n—၊,៖]{0,39}?)"
_AGENCY = r"(?:\s?\([^()\n]{1,40}\))"
_DATE = r"(?P<date>[^\W\d_]*[^!?;\n()\"—]{0,24}?\d[^!?;\n()\"—]{0,36}?)"
_DASH = r"(?:\s?(?:--|—{1,2})\s?|\s-\s)"
_DATED = re.compile(
    rf"{_PLACE}[,၊]?\s?(?P<first>{_AGENCY})?[,၊]?\s?(?:{_DATE})?(?P<second>{_AGENCY})?(?:{_DASH}|\s?[:៖]\s)"
)
# Without date and agency in brackets: “JAKARTA, KOMPAS —”, “กรุงเทพฯ –”, and in Khmer a colon.
_BARE = re.compile(rf"(?P<place>[^\s\d.,:;!?()\"—၊៖-][^\d.:;!?()\"\n—၊៖]{{0,31}}?)(?:{_DASH}|\s?៖\s)")
_SENT = re.compile(
    r"[(\[【]?[^\d,，。:：;；!?\n]{0,24}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|電|讯|訊|消息)\s?"
    r"(?:\([^()\n]{0,30}\))?[)\]】]?\s*[:,]?\s*"
)
# Dates that datelines of any language hold: 31/8, Aug. 31, 2023, 31 Aug.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PLAIN_DATE = re.compile(
    rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}|\d{{1,2}}[/.-]\d{{1,2}})(?:[,/.\s-]{{0,2}}(?:19|20|25)\d\d)?",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
_SMALL = frozenset(("de", "del", "da", "of", "ng"))
_SHORTEST_BARE, _LONGEST_BARE, _SECOND_DASH = 4, 18, 160
_DASHES = re.compile(r"\s-\s|--|—")


def no_date(text: str) -> bool:
    """For languages whose dates are written as in the patterns here."""
    return False


def dateline_end(flat: str, start: int, end: int, is_date: Callable[[str], bool], opening: bool) -> int:
    """Where the dateline that opens a paragraph ends; its start where there is none.

    `is_date` tells whether every number of a stretch belongs to a date; `opening` that the paragraph is one of the
    first of its text: only there a place and a dash are taken for a dateline without a date or an agency.
    """
    limit = min(end, start + _LONGEST)
    if (sent := _SENT.match(flat, start, limit)) and sent.end() < end:
        return sent.end()
    found = _DATED.match(flat, start, limit)
    if found and found.end() < end and _is_place(found.group("place")):
        date, agency = found.group("date"), found.group("first") or found.group("second")
        if (_PLAIN_DATE.fullmatch(date.strip(" ,.")) or is_date(date)) if date else agency:
            return found.end()
    bare = _BARE.match(flat, start, limit) if opening else None
    # A second dash closes what was put in: “Guangxi – in southern China – has …”.
    if (
        bare
        and bare.end() < end
        and _is_bare(bare.group("place"))
        and not _DASHES.search(flat, bare.end(), min(end, bare.end() + _SECOND_DASH))
    ):
        return bare.end()
    return start


def _is_place(place: str) -> bool:
    """Whether a stretch can be the name of a place: capitals, or few letters of a script that has none."""
    words = _WORD.findall(place)
    if not _LATIN.search(place):
        return place.count(" ") <= 1
    return bool(words) and all(word[0].isupper() or word in _SMALL for word in words)


def _is_bare(place: str) -> bool:
    if _HAN.search(place):
        return False
    if not _LATIN.search(place):
        return " " not in place.strip() and len(place) <= _LONGEST_BARE
    letters = "".join(_WORD.findall(place))
    return len(letters) >= _SHORTEST_BARE and letters.isupper()
