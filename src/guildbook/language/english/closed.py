"""Places of a text whose digits are never figures: telephone numbers, serials, clock times, versions, ratios, ages."""

from __future__ import annotations

import re

_RUN = re.compile(r"\d+")
_AT_DIGIT = re.compile(
    "|".join(
        (
            # Clock times.
            r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b)\.?",
            r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
            r"\d{1,2}\s?(?:a\.?m\b|p\.?m\b|o'clock)\.?",
            # Telephone numbers without the word.
            r"(?<=\+)\d{1,3}[\s-][\d\s()-]{5,30}\d",
            r"(?<=\()0\d{2,4}\)\s?\d[\d\s-]{4,30}\d",
            r"0\d{2,4}-\d{6,8}\b",
            r"\d{3}-\d{3,4}-\d{4}\b",
            r"1[3-9]\d{9}\b",
            # Notes in square brackets, versions, schemes such as "3+2" and "1+X", ratios, fractions, ordinals.
            r"(?<=\[)\d{1,3}(?:[,-]\s?\d{1,3})*\]",
            r"\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9}){0,9}\b",
            r"\d+\s?\+\s?(?:\d|[A-Z]\b)(?:\s?\+\s?\w)*",
            r"\d+(?:\.\d+)?\s?:\s?\d+(?:\.\d+)?\b",
            r"(?<![\d/])\d{1,2}/\d{1,3}(?![\d/])",
            r"\d+(?:st|nd|rd|th)\b",
            # Ages, and years before the common era.
            r"\d{1,4}(?:\s?-\s?\d{1,4})?\s?(?:BC|BCE|AD|CE|B\.C\.|A\.D\.)(?![A-Za-z])",
            r"\d{1,3}[- ]years?[- ]olds?\b",
            r"\d{1,3}\s?(?:-|to)\s?\d{1,3}[- ]year-olds?\b",
            r"(?<=,\s)\d{2},(?=\s[a-z])",
        )
    ),
    re.IGNORECASE,
)

_PHONE_WORDS = frozenset("tel telephone phone fax numbers mobile hotline call contact whatsapp qq wechat cell".split())
_SERIAL_WORDS = frozenset(
    "no nos № # icp isbn issn doi cn licence license reg registration ref serial document order decree "
    "resolution circular v ver version "
    "postcode zip box post postal code 备案 备 证 许可证 号 vol".split()
)
_CAPTION_WORDS = frozenset("photo photos page pages slide image picture step part steps parts".split())
_AGE_WORDS = frozenset("age aged ages between".split())
_SCORE_WORDS = frozenset("won beat defeated lost drew score".split())
_LED_WORDS = _PHONE_WORDS | _SERIAL_WORDS | _CAPTION_WORDS | _AGE_WORDS | _SCORE_WORDS

_PHONE = re.compile(r"\d[\d\s()/-]{4,30}\d")
_SERIAL = re.compile(r"\d[\dXx./()-]*号?(?:-\d+)?")
_CAPTION = re.compile(r"\d+(?:\s(?:of|/)\s\d+)?\b")
_AGE = re.compile(r"\d{1,3}(?:\s?(?:-|to|and)\s?\d{1,3})?\b")
_SCORE = re.compile(r"\d+-\d+\b")
# "COVID-19", "ASEAN+3": digits tied to a word.
_TIED = re.compile(r"\d+[A-Za-z]?\b(?!-)")
_ADDRESS = re.compile(r"@|www\.|://|\.(?:com|org|net|edu|gov|cn|html?|pdf|docx?)\b", re.IGNORECASE)

_REACH = 24
_ADDRESS_REACH = 64


def last_word(flat: str, floor: int, start: int) -> tuple[str, str]:
    """Return the word before an offset and what stands between them; two empty strings where there is none near."""
    lead = flat[max(floor, start - _REACH) : start]
    bare = lead.rstrip(" \t\n.:(+-'\"")
    word = bare[len(bare.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ备案证许可号№#")) :]
    return word, lead[len(bare) :]


def find_closed(flat: str) -> list[tuple[int, int]]:
    """Return the places of the text, in order, whose digits are never figures."""
    closed: list[tuple[int, int]] = []
    reached = 0
    for run in _RUN.finditer(flat):
        start = run.start()
        if start < reached:
            continue
        end = _closed_end(flat, start)
        if end > start:
            closed.append((start, end))
            reached = end
    return closed


def _closed_end(flat: str, start: int) -> int:
    """Return where the closed place beginning at a digit ends, or its start if it is open."""
    before = flat[start - 1 : start]
    if not (before.isdigit() or before == "."):
        match = _AT_DIGIT.match(flat, start)
        if match:
            return match.end()
    if before in "-+" and flat[max(0, start - 2) : start - 1].isalpha():
        tied = _TIED.match(flat, start)
        if tied:
            return tied.end()
    word, gap = last_word(flat, 0, start)
    led = _led(flat, start, word.lower(), gap) if word.lower() in _LED_WORDS and len(gap) <= 4 else None
    if led:
        return led.end()
    return _address_end(flat, start)


def _led(flat: str, start: int, word: str, gap: str) -> re.Match[str] | None:
    if word in _PHONE_WORDS and (word != "numbers" or ":" in gap):
        return _PHONE.match(flat, start)
    if word == "numbers":
        return None
    if word in _CAPTION_WORDS:
        return _CAPTION.match(flat, start) if gap == " " else None
    if word in _AGE_WORDS:
        if word == "between" and "age" not in flat[max(0, start - 14) : start].lower():
            return None
        return _AGE.match(flat, start)
    if word in _SCORE_WORDS:
        return _SCORE.match(flat, start)
    if word in ("order", "document", "reg", "ref", "post", "code") and gap == " ":
        return None
    return _SERIAL.match(flat, start)


def _address_end(flat: str, start: int) -> int:
    """Return the end of the web or mail address around a digit, or the digit's offset."""
    left = (
        max(
            flat.rfind(" ", max(0, start - _ADDRESS_REACH), start),
            flat.rfind("\n", max(0, start - _ADDRESS_REACH), start),
        )
        + 1
    )
    right = start
    limit = min(len(flat), start + _ADDRESS_REACH)
    while right < limit and not flat[right].isspace():
        right += 1
    word = flat[max(left, start - _ADDRESS_REACH) : right]
    return right if ("." in word or "@" in word) and _ADDRESS.search(word) else start
