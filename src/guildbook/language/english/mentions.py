"""Every named mention of an English text: known names, capitalised names, and words that point back to one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable

from guildbook.language.english import lexicon
from guildbook.language.names import NameIndex
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention, Paragraph

BODY_WORDS = frozenset(
    "college university alliance centre center ministry association school institute academy conference "
    "department committee council forum federation "
    "union organisation organization network polytechnic foundation company group office bureau administration "
    "commission initiative road education".split()
)
_CAPITAL = r"[A-Z][\w'&.-]{0,40}[\w]|[A-Z]"
_SEQUENCE = re.compile(rf"(?:{_CAPITAL})(?:[ ](?:(?:of|for|and|the|on|in|&|de)[ ]){{0,2}}(?:{_CAPITAL})){{0,16}}")
_ANAPHOR = re.compile(
    # One set of first letters lets the search skip ahead; with alternatives in front it is three times slower.
    r"[TtOoAa](?<![A-Za-z].)(?:(?<=[Tt])(?:he|his|HE)|(?<=[Oo])ur|(?<=[Aa])n?)\s?(?i:(alliance|region|province|city|country|municipality|college|university|school"
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
# Topics are named early; what a text opens with counts most.
_HEAD = 3000
_OPENING = 600
# An antecedent further off than so many uses of its word is not meant.
_FURTHEST = 60
_PLACE_NOUNS = frozenset("region province city country municipality".split())


class Mentions:
    """The named mentions of a text, collected paragraph by paragraph as they are asked for."""

    def __init__(self, flat: str, layout: Layout, names: NameIndex | None) -> None:
        """Find the known names; all else waits until a figure stands near."""
        self.flat = flat
        self.layout = layout
        found = names.find(flat) if names else []
        self.known = [Mention(flat[m.start : m.end], m.name, m.start, m.end, "known", m.keys) for m in found]
        self._known_starts = [mention.start for mention in self.known]
        self._collected: dict[int, list[Mention]] = {}
        self._places: dict[str, tuple[list[Mention], list[int]]] = {}
        self._sure: dict[str, bool] = {}
        self._topics: tuple[Mention, ...] | None = None

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two offsets."""
        found: list[Mention] = []
        if not self.layout.paragraphs:
            return found
        number = self.layout.paragraph_at(start).number
        while number <= len(self.layout.paragraphs) and self.layout.paragraphs[number - 1].start < end:
            found += [m for m in self._of(self.layout.paragraphs[number - 1]) if start <= m.start < end]
            number += 1
        return found

    def _of(self, paragraph: Paragraph) -> list[Mention]:
        """Return the mentions of one paragraph."""
        if paragraph.number not in self._collected:
            flat = self.flat
            first = bisect_left(self._known_starts, paragraph.start)
            known = self.known[first : bisect_left(self._known_starts, paragraph.end)]
            found = list(known)
            for start, end in _capitalised(flat, paragraph):
                if not _meets(known, start, end) and not (
                    _only_opens(flat, start, end) and not self._is_sure(start, end)
                ):
                    found.append(Mention(flat[start:end], flat[start:end], start, end, "name"))
            # "the Alliance of …" begins a name, "the Alliance" alone points back to one.
            found.extend(
                Mention(match.group(), match.group(1).lower(), match.start(), match.end(), "anaphor")
                for match in _ANAPHOR.finditer(flat, paragraph.start, paragraph.end)
            )
            found.sort(key=lambda m: (m.start, -m.end))
            self._collected[paragraph.number] = _without_overlap(found)
        return self._collected[paragraph.number]

    def _is_sure(self, start: int, end: int) -> bool:
        """Return whether a word that opens a sentence also stands capitalised inside one, near the head of the text.

        "Leaders from …", "Sister cities …": a word is no name only because it opens a sentence.
        """
        word = self.flat[start:end]
        if word not in self._sure:
            inside = re.compile(rf"(?<=[a-z,] ){re.escape(word)}\b")
            self._sure[word] = inside.search(self.flat, 0, _HEAD) is not None
        return self._sure[word]

    @property
    def topics(self) -> tuple[Mention, ...]:
        """What the head of the text names most, the most plausible topic first."""
        if self._topics is None:
            counts: Counter[str] = Counter()
            first: dict[str, Mention] = {}
            for mention in self.between(0, _HEAD):
                if mention.kind != "anaphor":
                    counts[mention.name] += 3 if mention.start < _OPENING else 1
                    first.setdefault(mention.name, mention)
            ranked = sorted(counts, key=lambda name: (-counts[name], first[name].start))
            self._topics = tuple(first[name] for name in ranked[:8])
        return self._topics

    def resolve(self, anaphor: Mention) -> Mention:
        """Return an anaphor with the name it points back to, or forward where nothing stands before it."""
        target = self._antecedent(anaphor)
        if target is None and anaphor.name in _PLACE_NOUNS:
            earlier = self.between(max(0, anaphor.start - _OPENING), anaphor.start)
            target = next((m for m in reversed(earlier) if m.kind != "anaphor" and " " not in m.name), None)
        if target is None:
            return anaphor
        return Mention(anaphor.text, target.name, anaphor.start, anaphor.end, "anaphor", target.keys)

    def _antecedent(self, anaphor: Mention) -> Mention | None:
        """Return the nearest name before that holds the anaphor's word or its kind, else the first one behind."""
        word = anaphor.name
        whole = re.compile(rf"\b(?:{'|'.join(_KINDS.get(word, [word]))})\b", re.IGNORECASE)
        if word not in self._places:
            known = [m for m in self.known if whole.search(m.name)]
            loose = re.compile("|".join(_KINDS.get(word, [word])), re.IGNORECASE)
            self._places[word] = (known, [m.start() for m in loose.finditer(self.flat)])
        known, places = self._places[word]
        index = bisect_left(known, anaphor.start, key=_start)
        here = bisect_left(places, anaphor.start)
        before = self._named_at(reversed(places[max(0, here - _FURTHEST) : here]), whole)
        nearest = max((m for m in (before, known[index - 1] if index else None) if m), key=_start, default=None)
        if nearest:
            return nearest
        behind = self._named_at(places[here : here + _FURTHEST], whole)
        return min((m for m in (behind, known[index] if index < len(known) else None) if m), key=_start, default=None)

    def _named_at(self, places: Iterable[int], whole: re.Pattern[str]) -> Mention | None:
        """Return the first name, in the order given, that covers one of the places."""
        for place in places:
            for mention in self._of(self.layout.paragraph_at(place)):
                if mention.start <= place < mention.end and mention.kind != "anaphor" and whole.search(mention.name):
                    return mention
        return None


def _start(mention: Mention) -> int:
    return mention.start


def _meets(known: list[Mention], start: int, end: int) -> bool:
    """Return whether a stretch overlaps a known name."""
    index = bisect_right(known, start, key=_start)
    return (index > 0 and known[index - 1].end > start) or (index < len(known) and known[index].start < end)


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _capitalised(flat: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the capitalised sequences of a paragraph that can be names, cut where "and" joins two of them."""
    spans: list[tuple[int, int]] = []
    for match in _SEQUENCE.finditer(flat, paragraph.start, paragraph.end):
        for piece in _cut(flat, match.start(), match.end()) if " " in match.group() else (match.span(),):
            span = _trim(flat, *piece)
            if span is not None:
                spans.append(span)
    return spans


def _only_opens(flat: str, start: int, end: int) -> bool:
    """Return whether a single capitalised word may be capitalised only as the first of its sentence."""
    if " " in flat[start:end] or not _LOWER_NEXT.match(flat, end) or _NAME_VERB.match(flat, end):
        return False
    return flat[max(0, start - 3) : start].rstrip(" \"'(")[-1:] in ("", ".", "!", "?", ":", ";", "\n")


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without the sentence opening before it and the "'s" or "-based" behind it; None if none is left."""
    words = flat[start:end].split(" ")
    if len(words) == 1 and words[0] in _NOT_NAMES:
        return None
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
