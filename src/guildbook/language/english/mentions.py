"""Every named mention of an English text: known names, capitalised names, and words that point back to one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from guildbook.language.english import lexicon
from guildbook.language.names import NameIndex
from guildbook.language.shapes import Mention

BODY_WORDS = frozenset(
    "college university alliance centre center ministry association school institute academy conference "
    "department committee council forum federation "
    "union organisation organization network polytechnic foundation company group office bureau administration "
    "commission initiative road education".split()
)
_CAPITAL = r"[A-Z][\w'&.-]{0,40}[\w]|[A-Z]"
_SEQUENCE = re.compile(rf"(?:{_CAPITAL})(?:[ ](?:(?:of|for|and|the|on|in|&|de)[ ]){{0,2}}(?:{_CAPITAL})){{0,16}}")
_ANAPHOR = re.compile(
    r"\b(?:[Tt]h(?:e|is)|THE|[Oo]ur|[Aa]n?)\s?(?i:(alliance|region|province|city|country|municipality|college|university|school"
    r"|institute|institution|academy|centre|center"
    r"|association|ministry|department|government|federation|union|committee|network|consortium|bloc|group"
    r"|company|organisation|organization|forum"
    r"|conference|meeting|summit|expo|event|programme|program|project|initiative|workshop|plan|delegation"
    r"|council|league|secretariat|park|base|platform|seminar|symposium|ceremony|exhibition|fair|session|visit)\b)"
)
_NOT_NAMES = frozenset(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday "
    "I Mr Ms Mrs Dr Prof Professor President Chairman Director Minister Secretary Vice Deputy Principal Dean "
    "Ambassador Consul General Tel Fax Email Date Source Updated "
    "Explanation Concurrent Editor News Home Click Print Mail English Copyright Photo Photos More Currently "
    "Moreover Additionally Furthermore "
    "However Meanwhile Today Yesterday So Since First Second Finally Last Over More Nearly Almost About Around "
    "Up Some Many Most According Founded "
    "Established Launched Through During Among Besides Overall Total".split()
)
# Words that point back to names of another word: "the event" to a forum, "the institution" to a college.
_KINDS = {
    "event": "forum conference meeting seminar symposium summit expo exhibition fair ceremony week competition".split(),
    "meeting": "meeting conference assembly forum".split(),
    "conference": "conference forum meeting summit".split(),
    "project": "project programme program initiative workshop".split(),
    "initiative": "initiative project programme program".split(),
    "programme": "programme program project".split(),
    "program": "program programme project".split(),
    "institution": "institution college university school institute polytechnic academy".split(),
    "school": "school college polytechnic institute".split(),
    "college": "college polytechnic institute".split(),
    "university": "university polytechnic".split(),
    "centre": "centre center".split(),
    "center": "center centre".split(),
    "organisation": "organisation organization association alliance federation".split(),
    "organization": "organization organisation association alliance federation".split(),
    "company": "company group corporation enterprise".split(),
    "bloc": "asean".split(),
}
# "Chinese", "Malaysian": adjectives that open a phrase and name nobody.
_DEMONYM = re.compile(r"(?:[A-Z][a-z]+(?:ese|ian|ean|ish)|Thai|Lao|Khmer|Burmese|Filipino|German|French|Dutch)$")
_LOWER_NEXT = re.compile(r",| [a-z]")
_NAME_VERB = re.compile(r" (?:has|is|was|will|had|have|are|were|also|now|currently|province|city|\w+ed|\w+s)\b(?<!ies)")
_OPENING_PARTICIPLE = re.compile(r"[A-Z][a-z]+(?:ing|ed|ly)$")
_PLACE_NOUNS = frozenset("region province city country municipality".split())


class Mentions:
    """Every named mention of a text, in order."""

    def __init__(self, flat: str, names: NameIndex | None) -> None:
        """Collect known names, capitalised names and anaphors."""
        self.flat = flat
        known = (
            [Mention(flat[m.start : m.end], m.name, m.start, m.end, "known", m.keys) for m in names.find(flat)]
            if names
            else []
        )
        taken = [m.start for m in known]
        found = list(known)
        for start, end in _capitalised(flat):
            index = bisect_right(taken, start) - 1
            inside = index >= 0 and known[index].end > start
            reaches = index + 1 < len(known) and known[index + 1].start < end
            if not inside and not reaches:
                found.append(Mention(flat[start:end], flat[start:end], start, end, "name"))
        # "the Alliance of …" begins a name, "the Alliance" alone points back to one.
        found.extend(
            Mention(match.group(), match.group(1).lower(), match.start(), match.end(), "anaphor")
            for match in _ANAPHOR.finditer(flat)
        )
        found.sort(key=lambda m: (m.start, -m.end))
        self.all = _without_overlap(found)
        self.starts = [m.start for m in self.all]
        self._by_word: dict[str, list[Mention]] = {}
        self.topics = self._topics()

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two offsets."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _topics(self) -> tuple[Mention, ...]:
        counts: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for mention in self.all:
            if mention.kind == "anaphor":
                continue
            early = 3 if mention.start < 600 else 1
            counts[mention.name] += early
            first.setdefault(mention.name, mention)
        ranked = sorted(counts, key=lambda name: (-counts[name], first[name].start))
        return tuple(first[name] for name in ranked[:8])

    def _named(self, word: str) -> list[Mention]:
        """Return the mentions whose name holds a word or its kind, found once for each of the words anaphors use."""
        if word not in self._by_word:
            whole = re.compile(rf"\b(?:{'|'.join(_KINDS.get(word, [word]))})\b", re.IGNORECASE)
            self._by_word[word] = [m for m in self.all if m.kind != "anaphor" and whole.search(m.name)]
        return self._by_word[word]

    def resolve(self, anaphor: Mention) -> Mention:
        """Return an anaphor with the name it points back to, or forward where nothing stands before it."""
        word = anaphor.name
        named = self._named(word)
        index = bisect_left(named, anaphor.start, key=_start)
        target: Mention | None = named[index - 1] if index else named[0] if named else None
        if target is None and word in _PLACE_NOUNS:
            earlier = self.between(max(0, anaphor.start - 600), anaphor.start)
            target = next((m for m in reversed(earlier) if m.kind != "anaphor" and " " not in m.name), None)
        if target is None:
            return anaphor
        return Mention(anaphor.text, target.name, anaphor.start, anaphor.end, "anaphor", target.keys)


def _start(mention: Mention) -> int:
    return mention.start


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _capitalised(flat: str) -> list[tuple[int, int]]:
    """Return the capitalised sequences of a text that can be names, cut where "and" joins two of them."""
    trimmed = (_trim(flat, *piece) for match in _SEQUENCE.finditer(flat) for piece in _cut(flat, *match.span()))
    spans = [span for span in trimmed if span is not None]
    # "Leaders from …", "Sister cities …": a word is no name only because it opens a sentence.
    opening = [_only_opens(flat, start, end) for start, end in spans]
    sure = {flat[start:end] for (start, end), doubtful in zip(spans, opening, strict=True) if not doubtful}
    return [span for span, doubtful in zip(spans, opening, strict=True) if not doubtful or flat[slice(*span)] in sure]


def _only_opens(flat: str, start: int, end: int) -> bool:
    """Return whether a single capitalised word may be capitalised only as the first of its sentence."""
    if " " in flat[start:end] or not _LOWER_NEXT.match(flat, end) or _NAME_VERB.match(flat, end):
        return False
    return flat[max(0, start - 3) : start].rstrip(" \"'(")[-1:] in ("", ".", "!", "?", ":", ";", "\n")


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without the sentence opening before it and the "'s" or "-based" behind it; None if none is left."""
    words = flat[start:end].split(" ")
    while words and (words[0] in _NOT_NAMES or lexicon.is_function_word(words[0].lower())):
        start += len(words[0]) + 1
        words = words[1:]
    if not words:
        return None
    for ending in ("'s", "-based", "-funded", "-led"):
        if words[-1].endswith(ending):
            end -= len(ending)
    if len(words) == 1 and (flat[end : end + 1] == "," or flat[end + 1 : end + 2].islower()):
        opening = _OPENING_PARTICIPLE.match(words[0]) and flat[max(0, start - 2) : start].strip() in ("", ".", '"')
        if opening or _DEMONYM.match(words[0]):
            return None
    return (start, end) if end - start > 1 and flat[start].isupper() else None


def _cut(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    sequence = flat[start:end]
    if " and " not in sequence and " in " not in sequence and " on " not in sequence:
        return [(start, end)]
    pieces = re.split(r" (?:and|in|on) (?:the )?", sequence)
    if len(pieces) == 1:
        return [(start, end)]
    last = sequence.rsplit(" ", 1)[-1].lower()
    first = pieces[0].rsplit(" ", 1)[-1].lower()
    whole = last in BODY_WORDS and first not in BODY_WORDS and len(pieces[0].split()) > 1
    led = bool(
        re.match(
            r"(?:[\w-]+ )*(?:Department|Ministry|Office|Association|Conference|Centre|Center|Committee|Alliance"
            r"|Forum) (?:of|for|on) ",
            sequence,
        )
    )
    if whole or led:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    position = 0
    for piece in pieces:
        at = sequence.index(piece, position)
        if piece:
            spans.append((start + at, start + at + len(piece)))
        position = at + len(piece)
    return spans
