"""Whom or what an English figure is about: named mentions, anaphors, and which of them fits best."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from guildbook.language.english import lexicon
from guildbook.language.names import NameIndex
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention

_CAPITAL = r"[A-Z][\w'&.-]{0,40}[\w]|[A-Z]"
_SEQUENCE = re.compile(rf"(?:{_CAPITAL})(?:[ ](?:(?:of|for|and|the|on|in|&|de)[ ]){{0,2}}(?:{_CAPITAL})){{0,16}}")
_ANAPHOR = re.compile(
    r"\b(?:the|this|our|an?)\s?(alliance|region|province|city|country|municipality|college|university|school"
    r"|institute|institution|academy|centre|center"
    r"|association|ministry|department|government|federation|union|committee|network|consortium|bloc|group"
    r"|company|organisation|organization|forum"
    r"|conference|meeting|summit|expo|event|programme|program|project|initiative|workshop|plan|delegation"
    r"|council|league|secretariat|park|base|platform)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:^|(?<=[.;,]\s)|(?<=and\s))(?:It|it|They|they)\b|\b(?:its|its own)\b")
_JOINT_ENDS = frozenset(
    "college university alliance centre center ministry association school institute academy conference "
    "department committee council forum federation "
    "union organisation organization network polytechnic foundation company group office bureau administration "
    "commission initiative road education".split()
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
_SUBJECT_VERB = re.compile(
    r"(?:,[^,]{0,80},)?\s*(?:also |now |currently |already |alone |recently |has |have |had |is |was |are "
    r"|were |will |would |plans? |aims? |hopes? )*"
    r"(?:has|have|had|is|was|will|aims|plans|hosts|offers|runs|operates|set up|sent|received|trained|boasts"
    r"|owns|enrols|enrolls|covers|brings|comprises|consists|"
    r"includes|attracted|signed|built|held|made|took|[a-z]+ed)\b"
)
_SPEECH = re.compile(
    rf"(?:,[^,]{{0,120}},)?\s*(?:{'|'.join(sorted(lexicon.SPEECH_VERBS))}|introduced|pointed|stressed"
    rf"|emphasi[sz]ed|announced|stated)\b"
)
_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing)?|join(?:ed|ing)?|participat(?:ed|ing) in|took part in|gathered (?:at|for)"
    r"|signed up (?:to|for)|members? of|within)\s?$",
    re.IGNORECASE,
)
_PREPOSITION_BEFORE = re.compile(
    r"\b(in|of|at|by|to|with|from|between|for|on|into|across|including|as|and|or|like|among|through|under|than"
    r"|within)\s?(?:the\s?)?$|,\s$",
    re.IGNORECASE,
)
_PLACE_NOUNS = frozenset("region province city country municipality".split())
_MOST_MENTIONS = 24


class Mentions:
    """Every named mention of a text, in order."""

    def __init__(self, flat: str, layout: Layout, names: NameIndex | None) -> None:
        """Collect known names, capitalised names and anaphors."""
        self.flat = flat
        self.layout = layout
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
        self._subjects: dict[tuple[int, int], Mention | None] = {}

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
        """Return the mentions whose name holds a word, found once for each of the few words anaphors use."""
        if word not in self._by_word:
            whole = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
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

    def candidates(self, sentence: tuple[int, int], start: int, end: int, counts_end: int) -> list[Mention]:
        """Return the mentions that a figure may be about, the most plausible first."""
        in_sentence = self.between(*sentence)
        if len(in_sentence) > _MOST_MENTIONS:
            middle = bisect_left([m.start for m in in_sentence], start)
            in_sentence = in_sentence[max(0, middle - _MOST_MENTIONS // 2) : middle + _MOST_MENTIONS // 2]
        scored = [
            (self._score(m, sentence, start, end, counts_end), m) for m in in_sentence if not start <= m.start < end
        ]
        previous = self._previous_subject(sentence)
        if previous:
            scored.append((2.4, previous))
        scored += [
            (0.4 - rank * 0.01, Mention(t.text, t.name, t.start, t.end, "topic", t.keys))
            for rank, t in enumerate(self.topics)
        ]
        scored.sort(key=lambda pair: -pair[0])
        seen: set[str] = set()
        ordered: list[Mention] = []
        for score, mention in scored:
            resolved = self.resolve(mention) if mention.kind == "anaphor" and mention.name.islower() else mention
            if score > 0 and resolved.name.lower() not in seen:
                seen.add(resolved.name.lower())
                ordered.append(resolved)
        return ordered

    def _score(self, mention: Mention, sentence: tuple[int, int], start: int, end: int, counts_end: int) -> float:
        flat = self.flat
        after = flat[mention.end : min(sentence[1], mention.end + 140)]
        before = flat[max(sentence[0], mention.start - 28) : mention.start]
        if mention.kind == "name" and _SPEECH.match(after) and not _is_body(mention.name):
            return 0.1
        if mention.start >= end:
            if _ATTENDED.search(before):
                return 4.2
            if mention.start < counts_end:
                return 3.6 if re.search(r"\b(?:in|of|within|from)\s(?:the\s)?$", before) else 1.5
            return 4.0 if re.search(r"\bby\s(?:the\s)?$", before) and mention.start - end < 80 else 0.9
        near = 0.5 * (mention.start - sentence[0]) / max(1, start - sentence[0])
        if mention.kind == "anaphor" and flat[mention.start] in "aA" and not before.strip():
            return 0.5
        preposition = _PREPOSITION_BEFORE.search(before)
        if preposition and preposition.group().strip() != "," and mention.start > sentence[0]:
            return 1.0 + near
        if after.startswith(("'s ", "-based", "-funded")) or flat[mention.start : mention.end].endswith(
            ("'s", "-based")
        ):
            return 3.2 + near
        if _SUBJECT_VERB.match(after):
            return 3.8 + near
        return 2.6 + near if not before.strip() else 1.4 + near

    def _previous_subject(self, sentence: tuple[int, int]) -> Mention | None:
        """Return the subject of one of the three sentences before, within this paragraph or the one above."""
        paragraph = self.layout.paragraph_at(sentence[0])
        sentences = self.layout.sentences_of(paragraph)
        place = bisect_left(sentences, sentence)
        earlier = sentences[max(0, place - 3) : place]
        if len(earlier) < 3 and paragraph.number > 1:
            above = self.layout.paragraphs[paragraph.number - 2]
            earlier = self.layout.sentences_of(above)[-2:] + earlier
        for candidate in reversed(earlier[-3:]):
            subject = self._subject_of(candidate)
            if subject:
                return subject
        return None

    def _subject_of(self, sentence: tuple[int, int]) -> Mention | None:
        if sentence not in self._subjects:
            best: tuple[float, Mention] | None = None
            for mention in self.between(*sentence)[:8]:
                score = self._score(mention, sentence, sentence[1], sentence[1], sentence[1])
                if score > 2 and (best is None or score > best[0] + 0.3):
                    best = (score, mention)
            self._subjects[sentence] = best[1] if best else None
        return self._subjects[sentence]


def _is_body(name: str) -> bool:
    """Return whether a name is that of an institution rather than a person."""
    return any(word.lower() in _JOINT_ENDS for word in name.split())


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
    return [span for span in trimmed if span is not None]


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
    whole = last in _JOINT_ENDS and first not in _JOINT_ENDS and len(pieces[0].split()) > 1
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
