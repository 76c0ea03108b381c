"""English words that say how exact a number is, before it and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from guildbook.language.shapes import Qualifier

_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|some|circa|ca\.?|c\.|~|an estimated|estimated(?: at)?"
    r"|in the region of|somewhere around|in the order of|more or less|give or take"
)
_ALMOST = (
    r"nearly|almost|close to|approaching|just under|just below|well under|under|below|less than|fewer than|lower than"
    r"|up to|at most|no more than|not more than|not exceeding|a maximum of|maximum of|nearing|just short of|short of"
    r"|<|≤|has neared|neared|approached|approaches"
)
_OVER = (
    r"over|more than|morethan|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|at least"
    r"|no fewer than|no less than|not less than|not fewer than|upwards? of|in excess of|beyond|greater than|higher than"
    r"|well over|a minimum of|minimum of|passed|passing|crossed|crossing|>|≥|outnumber(?:s|ed|ing)?"
    r"|outstrip(?:s|ped|ping)?"
)
_EXACTLY = r"exactly|precisely|only|just|a total of|totall?ing|altogether|as many as|as much as|a combined"
_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("about", _ABOUT),
    ("almost", _ALMOST),
    ("over", _OVER),
    ("exactly", _EXACTLY),
)
_SKIP = (
    r"(?:\s+(?:the|a|an|a total of|total of|past|last|previous|next|coming|following|another|further|additional"
    r"|some))*"
)
_BEFORE_PATTERN = re.compile(
    "(?<![a-z])(?:"
    + "|".join(f"(?P<{qualifier}>{pattern})" for qualifier, pattern in _BEFORE).replace(" ", r"\s+")
    + rf"){_SKIP}[\s(\"]*(?:[a-z]{{0,3}}\$|[€£¥]|rmb|cny|usd|eur)?\s*$"
)
# Windows without any of these need no search.
_SIGNS = re.compile(r"[a-z]{2,}|[~<>≤≥.]")
_SIGN_WORDS = frozenset(
    "about around approximately approx roughly some circa ca estimated region order less take nearly almost close "
    "approaching just under below fewer lower up most more exceeding maximum nearing short neared approached "
    "approaches over morethan above exceed exceeds exceeded surpass surpasses surpassed surpassing "
    "tops topped topping least "
    "upward upwards excess beyond greater higher minimum passed passing crossed crossing outnumber outnumbers "
    "outnumbered outnumbering outstrip outstrips outstripped outstripping exactly precisely only total totaling "
    "totalling altogether many much combined ~ < > ≤ ≥ .".split()
)
_GLUED_BEFORE = re.compile(r"(?:more ?than|over|nearly|almost|about|around)$", re.IGNORECASE)
_GLUED: dict[str, Qualifier] = {
    "morethan": "over",
    "over": "over",
    "nearly": "almost",
    "almost": "almost",
    "about": "about",
    "around": "about",
}
_AFTER = re.compile(
    r"(?P<over>\s?\+(?!\s?\d)|[\s-]plus\b|\s+(?:or|and)\s+(?:more|above|over|upwards)\b(?!\s+than|\s+\d))"
    r"|(?P<about>\s+or\s+so\b|-odd\b|\s+odd\b|-ish\b)"
    r"|(?P<almost>\s+or\s+(?:less|fewer)\b)",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    r"\s+(?:(?P<over>(?:or|and)\s+(?:more|above)(?!\s+than\b|\s+\d)|at\s+least)|(?P<about>or\s+so|approximately"
    r"|or\s+thereabouts)|(?P<almost>or\s+less|or\s+fewer|at\s+most))\b",
    re.IGNORECASE,
)
_WINDOW = 48


@dataclass(frozen=True, slots=True)
class Qualified:
    """A qualifier and the words that say it; `after_end` is where reading goes on behind the number."""

    qualifier: Qualifier
    span: tuple[int, int] | None
    after_end: int


_PLURAL_NOUN_BEFORE = re.compile(r"(?P<noun>[a-z]{2,}s)\s+$")
_SPREAD = re.compile(
    r"\b(?:held|spread|distributed|conducted|run|running|lasting|stretch\w*|extend\w*|scattered|presid\w+"
    r"|hand\w*|turn\w*|t[ao]\w*k\w*|taking|victory|advantage|control)\s+(?:out\s+)?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:learn\w*|information|know\w*|talk\w*|data|details?|questions?|think|worr\w+|heard?|wr[io]te\w*"
    r"|inform\w*|brought|more|introduc\w+|ask\w*)\s+$",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(r"\s*(?:[.,;)]|$)")
# "passed 12 exams" passes nothing; "passed 10,000" does, and "has since passed 40." does.
_PASSING_MINIMUM = 100


def _is_preposition(flat: str, sentence_start: int, item: tuple[int, int, Qualifier], value: Decimal, end: int) -> bool:
    """Return whether a qualifying word only governs the noun: "tasks under 14 duties", "learn about 12 schools"."""
    word = flat[item[0] : item[1]].lower()
    lead = flat[max(sentence_start, item[0] - 30) : item[0]]
    if word in ("under", "below", "above", "beyond"):
        noun = _PLURAL_NOUN_BEFORE.search(lead)
        return (
            bool(noun)
            and noun is not None
            and noun.group("noun")
            not in ("is", "was", "has", "remains", "stands", "falls", "always", "costs", "rises", "as", "this")
        )
    if word == "over":
        return bool(_SPREAD.search(lead))
    if word == "about":
        return bool(_TOPIC.search(lead))
    if word.startswith(("pass", "cross", "top")):
        return value < _PASSING_MINIMUM and not _NO_OBJECT.match(flat, end)
    return False


def qualify(
    flat: str, sentence_start: int, start: int, end: int, limit: int, value: Decimal = Decimal("Infinity")
) -> Qualified:
    """Return how exact the number at `start:end` is said to be."""
    after = _AFTER.match(flat, end, limit)
    if after and after.lastgroup:
        return Qualified(_as_qualifier(after.lastgroup), after.span(), after.end())
    found = _before(flat, sentence_start, start)
    if found is None or _is_preposition(flat, sentence_start, found, value, end):
        return Qualified("exactly", None, end)
    return Qualified(found[2], (found[0], found[1]), end)


def _before(flat: str, sentence_start: int, start: int) -> tuple[int, int, Qualifier] | None:
    """Return the wording nearest before an offset; leftmost is longest, so "no more than" goes before "more than"."""
    begin = max(sentence_start, start - _WINDOW)
    window = flat[begin:start].lower()
    if len(window) != start - begin:
        return None
    if not _SIGN_WORDS.isdisjoint(_SIGNS.findall(window)):
        match = _BEFORE_PATTERN.search(window)
        if match:
            for qualifier, _ in _BEFORE:
                if match.group(qualifier):
                    return begin + match.start(qualifier), begin + match.end(qualifier), qualifier
    glued = _GLUED_BEFORE.search(window)
    if glued is None:
        return None
    word = glued.group().replace(" ", "")
    return begin + glued.start(), begin + glued.end(), _GLUED[word]


def qualify_after_noun(flat: str, noun_end: int, limit: int) -> Qualified | None:
    """Return a qualifier that stands behind the counted noun: "1,000 students or more"."""
    match = _AFTER_NOUN.match(flat, noun_end, limit)
    if match and match.lastgroup:
        return Qualified(_as_qualifier(match.lastgroup), (match.start() + 1, match.end()), match.end())
    return None


def _as_qualifier(name: str) -> Qualifier:
    return "over" if name == "over" else "about" if name == "about" else "almost"
