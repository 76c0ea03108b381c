"""Whom or what an English figure is about: which of the mentions around it fits best."""

from __future__ import annotations

import re
from bisect import bisect_left

from guildbook.language.english import lexicon
from guildbook.language.english.mentions import BODY_WORDS, Mentions
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention

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
# "CHONGQING, March 2 (Agency) -- The alliance …": where a text was written is seldom whom it is about.
_DATELINE = re.compile(r",?[^.!?;]{0,40}?(?:\.[^.!?;]{0,24}?)?\s(?:--|—|–)\s")
# "since Guilin and Kumamoto established …": the subject of the side clause, not of the sentence.
_SUBORDINATE = re.compile(r"\b(?:since|when|after|although|while)\b[^.;]{0,50}$", re.IGNORECASE)
_MOST_MENTIONS = 24


class Subjects:
    """The mentions of a text, asked figure by figure for the most plausible subject."""

    def __init__(self, flat: str, layout: Layout, mentions: Mentions) -> None:
        """Keep the mentions; sentences are looked at as figures ask for them."""
        self.flat = flat
        self.layout = layout
        self.mentions = mentions
        self._subjects: dict[tuple[int, int], Mention | None] = {}

    def candidates(self, sentence: tuple[int, int], start: int, end: int, counts_end: int) -> list[Mention]:
        """Return the mentions that a figure may be about, the most plausible first."""
        in_sentence = self.mentions.between(*sentence)
        if len(in_sentence) > _MOST_MENTIONS:
            middle = bisect_left([m.start for m in in_sentence], start)
            in_sentence = in_sentence[max(0, middle - _MOST_MENTIONS // 2) : middle + _MOST_MENTIONS // 2]
        scored = [
            (self._score(m, sentence, start, end, counts_end), m) for m in in_sentence if not start <= m.start < end
        ]
        previous = self._previous_subject(sentence)
        if previous:
            scored.append(previous)
        scored += [
            (0.4 - rank * 0.01, Mention(t.text, t.name, t.start, t.end, "topic", t.keys))
            for rank, t in enumerate(self.mentions.topics)
        ]
        scored.sort(key=lambda pair: -pair[0])
        seen: set[str] = set()
        ordered: list[Mention] = []
        for score, mention in scored:
            resolved = (
                self.mentions.resolve(mention) if mention.kind == "anaphor" and mention.name.islower() else mention
            )
            # What points back to nothing named says less than the text's topics.
            unresolved = resolved.kind == "anaphor" and resolved.name.islower()
            if score > 0 and not unresolved and resolved.name.lower() not in seen:
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
        if self.layout.in_dateline(mention.start) or (mention.start - sentence[0] < 40 and _DATELINE.match(after)):
            return 0.3
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
            return (
                3.2 if _SUBORDINATE.search(flat, max(sentence[0], mention.start - 60), mention.start) else 3.8
            ) + near
        return 2.6 + near if not before.strip() else 1.4 + near

    def _previous_subject(self, sentence: tuple[int, int]) -> tuple[float, Mention] | None:
        """Return the subject of one of the three sentences before, within this paragraph or the one above.

        Where none of them has a named subject, whoever it speaks of first ("colleges in Guangxi") counts a little.
        """
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
                return 2.4, subject
        for candidate in reversed(earlier[-3:]):
            for mention in self.mentions.between(*candidate)[:1]:
                if mention.kind == "known" and not self.layout.in_dateline(mention.start):
                    return 1.2, mention
        return None

    def _subject_of(self, sentence: tuple[int, int]) -> Mention | None:
        if sentence not in self._subjects:
            best: tuple[float, Mention] | None = None
            for mention in self.mentions.between(*sentence)[:_MOST_MENTIONS]:
                score = self._score(mention, sentence, sentence[1], sentence[1], sentence[1])
                if score > 2 and (best is None or score > best[0] + 0.3):
                    best = (score, mention)
            self._subjects[sentence] = best[1] if best else None
        return self._subjects[sentence]


def _is_body(name: str) -> bool:
    """Return whether a name is that of an institution rather than a person."""
    return any(word.lower() in BODY_WORDS for word in name.split())
