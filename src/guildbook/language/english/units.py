"""Units behind and before an English number: percent, money, time, measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guildbook.language.english.currencies import CURRENCIES, CURRENCY_SIGNS, money_noun
from guildbook.language.english.inflection import singular

TIME_UNITS = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "decade": "decade",
    "century": "century",
    "semester": "semester",
    "quarter": "quarter",
    "second": "second",
}
MEASURES = {
    "percent": "percent",
    "kilometre": "kilometre",
    "kilometer": "kilometre",
    "km": "kilometre",
    "metre": "metre",
    "meter": "metre",
    "hectare": "hectare",
    "mu": "mu",
    "tonne": "tonne",
    "ton": "tonne",
    "kilogram": "kilogram",
    "kg": "kilogram",
}

_PERCENT = re.compile(r"\s?(?:%|percent(?:age points?)?\b|per cent\b|pct\b|percentage points?\b)", re.IGNORECASE)
_CODES = "|".join(sorted((code for code in CURRENCIES), key=len, reverse=True))
_MONEY_AFTER = re.compile(
    rf"\s?(?:(?:US|U\.S\.|American|Chinese|Hong Kong|Singapore|Australian|Thai|Lao|Vietnamese|Malaysian"
    rf"|Indonesian|Philippine)\s)?(?P<code>{_CODES})s?\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"(?P<sign>US\$|S\$|A\$|HK\$|[$€£¥฿₫₱]|(?<![A-Za-z])(?:RMB|CNY|USD|EUR|THB|VND|MYR|IDR|PHP|SGD|JPY|RM|Rp))\s?$"
)
_SHORT_MILLION = re.compile(r"\s?[mM](?![A-Za-z²2])")
_SQUARE = re.compile(
    r"[\s-](?:square|sq\.?)[\s-](?P<of>met(?:re|er)s?|kilomet(?:re|er)s?|feet|m|km)\b|\s?m(?:²|2)(?!\w)|\s?sqm\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"[\s-]?(?P<of>kilomet(?:re|er)s?|met(?:re|er)s?|hectares?|mu|tonnes?|tons?|kilograms?|kg|km)(?![A-Za-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with where its words end; `start` lies before the number only for a money sign."""

    name: str
    noun: str
    start: int
    end: int
    scale: int = 1


def unit_of(flat: str, start: int, end: int, floor: int, limit: int) -> Unit | None:
    """Return the unit of the number at `start:end`, None for a plain count."""
    percent = _PERCENT.match(flat, end, limit)
    if percent:
        return Unit("percent", "percent", end, percent.end())
    sign = _MONEY_BEFORE.search(flat, max(floor, start - 5), start)
    if sign:
        million = _SHORT_MILLION.match(flat, end, limit)
        word = sign.group("sign").lower()
        code = CURRENCY_SIGNS.get(word) or CURRENCIES.get(word) or {"a$": "AUD", "hk$": "HKD"}.get(word, word.upper())
        return Unit(
            code, money_noun(code), sign.start(), million.end() if million else end, 1_000_000 if million else 1
        )
    money = _MONEY_AFTER.match(flat, end, limit)
    if money:
        code = CURRENCIES[money.group("code").lower()]
        for name, other in (("singapore", "SGD"), ("hong kong", "HKD"), ("australian", "AUD")):
            if money.group().lower().strip().startswith(name):
                code = other
        return Unit(code, money_noun(code), end, money.end())
    square = _SQUARE.match(flat, end, limit)
    if square:
        kilometre = (square.group("of") or "m").lower().startswith("k")
        return Unit(
            "square kilometre" if kilometre else "square metre",
            "kilometre" if kilometre else "metre",
            end,
            square.end(),
        )
    measure = _MEASURE.match(flat, end, limit)
    if measure:
        name = MEASURES[singular(measure.group("of").lower())]
        return Unit(name, name, end, measure.end())
    return None


def time_unit(lemma: str) -> str | None:
    """Return the unit a counted noun is when it is a span of time ("40 years"), else None."""
    return TIME_UNITS.get(lemma)
