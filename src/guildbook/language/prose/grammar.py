"""What a language has to say of itself so that its figures can be read: tables, and patterns made of them once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from guildbook.language.prose.lexicon import Lexicon, read_table, words_of
from guildbook.language.shapes import Qualifier

# Years above this are counted from the Buddha's passing; the difference to common years.
BUDDHIST_FROM, BUDDHIST_ERA = 2400, 543
# English glosses of people: what classifiers for people can count.
PERSONS = frozenset(
    "person people teacher teachers student students learner learners worker workers technician technicians personnel "
    "staff employee employees participant participants delegate delegates guest guests representative representatives "
    "expert experts scholar scholars trainee trainees graduate graduates member members leader leaders official "
    "officials instructor instructors trainer trainers principal principals diplomat diplomats apprentice apprentices "
    "youth engineer engineers talent talents volunteer volunteers resident residents farmer farmers president intern "
    "applicant candidate craftsman alumnus director professor doctor nurse patient journalist child woman man villager "
    "ambassador minister visitor speaker".split()
)


QUALIFIERS: tuple[Qualifier, ...] = ("over", "almost", "about", "exactly")


def as_qualifier(name: str) -> Qualifier:
    """The qualifier of a pattern's group."""
    return next(qualifier for qualifier in QUALIFIERS if qualifier == name)


@dataclass(frozen=True)
class NumberWords:
    """Number words: `units` stand for themselves, `small` multiply within a group, `large` all that came before.

    `teens` are added to the unit before (“dua belas”), `joints` stand between parts and add nothing (零, linh), and
    `bare` are words that are figures without classifier or noun rules (million, 万): others need one behind them.
    """

    units: Mapping[str, int] = field(default_factory=dict)
    small: Mapping[str, int] = field(default_factory=dict)
    large: Mapping[str, int] = field(default_factory=dict)
    teens: Mapping[str, int] = field(default_factory=dict)
    joints: tuple[str, ...] = ()
    # Words that multiply the digits behind them (Burmese သန်း ၁၂၀, a hundred and twenty million).
    leading: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Grammar:
    """The tables of one language. Word lists are comma-separated; tables have lines `meaning: word, word`."""

    language: str
    lexicon: Lexicon
    numbers: NumberWords
    head: Literal["first", "last"] = "first"
    number_behind: bool = False
    decimal_comma: bool = False
    # Regular expression of the ends of sentences; a paragraph without any is one sentence.
    stops: str = r"[.!?]+(?=\s|$)|;(?=\s)"
    # Tables of qualifiers: over, almost, about, exactly.
    before: str = ""
    behind_number: str = ""
    behind_noun: str = ""
    # Words that may stand between a qualifier and its number, and between a noun and the number behind it.
    fillers: str = ""
    reaching: str = ""
    # Table of classifiers: the gloss is what the classifier counts by itself (people: 人), or nothing.
    classifiers: str = ""
    # Classifiers for people: the noun they count is a person, whatever stands last in its phrase.
    persons: str = ""
    # Table of units behind the number: percent, year, month, day, hour, CNY, USD, square metre …
    units: str = ""
    percent_before: str = ""
    # Table of currency signs before the number.
    money_before: str = ""
    # What a unit multiplies by (成 is ten percent).
    scales: Mapping[str, int] = field(default_factory=dict)
    # Regular expressions of dates with named groups, of numbers that are no figures, and of what is no classifier.
    dates: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    relative_years: Mapping[str, int] = field(default_factory=dict)
    closed: tuple[str, ...] = ()
    # Words before or behind a date: since it, founded on it, the aim of a sentence, what has been reached already.
    since_before: str = ""
    since_behind: str = ""
    founding: str = ""
    targets: str = ""
    actual: str = ""
    # Words that deny what a clause counts, and words before a number that make it only what was added.
    negations: str = ""
    increases: str = ""
    # What holds a word of denial and denies nothing (“not only”, “no less than”).
    affirmations: str = ""
    # Words for those who have left (“graduated”), and words that make a number a part of the one before (“of them”).
    leavers: str = ""
    partitives: str = ""
    # Table of rates: year, month, student … ; `rates_behind` hold behind the phrase too.
    rates: str = ""
    # Words before a name that make it no subject (with, to, from), and “by”.
    prepositions: str = ""
    # Prepositions that tie a name to what it has (“colleges of Guangxi”).
    owners: str = ""
    # Words that mark a subject wherever it stands (ang, si), and verbs behind whoever only speaks.
    subject_markers: str = ""
    speech: str = ""
    # Words before a place that say where something is.
    located: str = ""
    # Words before whoever did it (“by”).
    agents: str = ""
    # Ends (or beginnings) of names of bodies, those that are only common nouns, and words that point back to one: a
    # table whose gloss is an English noun and the nouns such names hold: `alliance 联盟: 该联盟, 本联盟, 联盟`.
    body_ends: str = ""
    body_starts: str = ""
    generic_bodies: str = ""
    # Words of the lexicon that begin names of bodies (陆海新通道, 中国—东盟), beside places and unknown words.
    name_starts: str = ""
    # Ends of names of public bodies: they speak for their place.
    public_bodies: str = ""
    pointers: str = ""
    # Nouns of place and time whose phrase ends at a link: “10个国家的院校” counts countries.
    self_contained: str = ""
    # Words that open a clause behind a noun (ที่, ដែល), in languages with the noun before the number.
    relatives: str = ""
    # Words directly behind a name that make it whom the sentence is about (Burmese သည်, တွင်).
    subject_endings: str = ""
    # Table of classifiers that go with nouns of some English glosses: `textbook book: เล่ม`.
    affinities: str = ""
    # Words that narrow a noun and are verbs as well (建设): verbs where they part one noun from another narrowed one.
    dual: str = ""
    title_shortest: int = 18
    # Words that stand between the ends of a range.
    ranges: str = ""
    # Plain form of the text, one character for one.
    plain: Callable[[str], str] | None = None
    keep: str = ""
    year_of: Callable[[str], int | None] | None = None

    @cached_property
    def link_words(self) -> tuple[str, ...]:
        """Words that tie a modifier to its noun."""
        return tuple(
            sorted((w for w, (kind, __) in self.lexicon.entries.items() if kind == "link"), key=len, reverse=True)
        )

    @cached_property
    def person_words(self) -> frozenset[str]:
        """Words of English glosses that name people."""
        return PERSONS

    @property
    def spaced(self) -> bool:
        """Whether blanks part its words."""
        return self.lexicon.spaced

    def pattern(self, words: tuple[str, ...]) -> str:
        """A pattern of any of the words, longest first, whole words where blanks part them."""
        if not words:
            return r"(?!)"
        alternatives = "|".join(re.escape(word.lower()).replace(r"\ ", r"\s+") for word in words)
        return rf"(?<![^\W\d_])(?:{alternatives})(?![^\W\d_])" if self.spaced else rf"(?:{alternatives})"

    def any_of(self, table: str) -> re.Pattern[str]:
        """A compiled pattern of a list of words."""
        return re.compile(self.pattern(words_of(table)))

    @cached_property
    def range_words(self) -> re.Pattern[str]:
        """Words between the ends of a range."""
        return self.any_of(self.ranges)

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """Ends of sentences."""
        return re.compile(self.stops)

    @cached_property
    def qualifier_before(self) -> re.Pattern[str]:
        """Qualifiers that end where a number begins."""
        fillers = f"(?:{self.pattern(words_of(self.fillers))}\\s*)*" if self.fillers else ""
        named = "|".join(f"(?P<{name}>{self.pattern(words)})" for name, words in self._qualifiers(self.before))
        return re.compile(rf"(?:{named})\s*{fillers}[\s(]*$") if named else re.compile(r"(?!)")

    @cached_property
    def qualifier_at_number(self) -> re.Pattern[str]:
        """Qualifiers directly behind a number."""
        return self._behind(self.behind_number)

    @cached_property
    def qualifier_at_noun(self) -> re.Pattern[str]:
        """Qualifiers behind a classifier or a noun."""
        return self._behind(self.behind_noun)

    def _behind(self, table: str) -> re.Pattern[str]:
        named = "|".join(f"(?P<{name}>{self.pattern(words)})" for name, words in self._qualifiers(table))
        return re.compile(rf"\s*(?:{named})") if named else re.compile(r"(?!)")

    @staticmethod
    def _qualifiers(table: str) -> list[tuple[Qualifier, tuple[str, ...]]]:
        found: list[tuple[Qualifier, tuple[str, ...]]] = []
        for name in QUALIFIERS:
            words = tuple(sorted({w for w, gloss in read_table(table) if gloss == name}, key=len, reverse=True))
            if words:
                found.append((name, words))
        return found

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """Words that deny what a clause counts."""
        return self.any_of(self.negations)

    @cached_property
    def increase(self) -> re.Pattern[str]:
        """Words before a number that make it only what was added."""
        return self.any_of(self.increases)

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """Words of denial, and as the group `none` what holds one and denies nothing."""
        none = self.pattern(words_of(self.affirmations))
        return re.compile(rf"(?P<none>{none})|{self.negation.pattern}")

    @cached_property
    def leaver(self) -> re.Pattern[str]:
        """Words for those who have left."""
        return self.any_of(self.leavers)

    @cached_property
    def partitive(self) -> re.Pattern[str]:
        """Words that make a number a part of the one before."""
        return self.any_of(self.partitives)

    @cached_property
    def pointer(self) -> re.Pattern[str]:
        """Words that point back to somebody named before."""
        return self.any_of("\n".join(self.pointer_nouns))

    @cached_property
    def pointer_nouns(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """By pointing word: its English noun, and the nouns that names of such bodies hold, the English one among them.

        A noun of several words is written with underscores (`liên_minh`).
        """
        return {
            word.lower(): (gloss.split()[0], tuple(noun.lower().replace("_", " ") for noun in gloss.split()))
            for word, gloss in read_table(self.pointers)
        }

    @cached_property
    def classifier(self) -> re.Pattern[str]:
        """A classifier at a place."""
        return re.compile(rf"\s*(?P<word>{self.pattern(words_of(self.classifiers))})")

    @cached_property
    def classifier_glosses(self) -> dict[str, str]:
        """What classifiers count by themselves."""
        return {word.lower(): gloss for word, gloss in read_table(self.classifiers) if gloss}

    @cached_property
    def person_classifiers(self) -> frozenset[str]:
        """Classifiers for people."""
        return frozenset(word.lower() for word in words_of(self.persons))

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """A unit behind a number."""
        return re.compile(rf"\s*(?P<word>%|{self.pattern(words_of(self.units))})")

    @cached_property
    def unit_names(self) -> dict[str, str]:
        """Unit words by their text."""
        return {"%": "percent"} | {word.lower(): name for word, name in read_table(self.units)}

    @cached_property
    def money_sign(self) -> re.Pattern[str]:
        """A currency sign before a number."""
        words = sorted((word for word, __ in read_table(self.money_before)), key=len, reverse=True)
        signs = "|".join(re.escape(word.lower()) for word in words) or "(?!)"
        return re.compile(rf"(?<![a-z])(?P<sign>{signs})\s?$")

    @cached_property
    def money_signs(self) -> dict[str, str]:
        """Currencies by their signs."""
        return {word.lower(): code for word, code in read_table(self.money_before)}

    @cached_property
    def percent_lead(self) -> re.Pattern[str]:
        """Words before a number that make it a percentage (百分之, ร้อยละ)."""
        return re.compile(rf"{self.pattern(words_of(self.percent_before))}\s*$")

    @cached_property
    def reach(self) -> re.Pattern[str]:
        """What may stand between a noun and its number behind it: verbs of reaching, a colon, blanks."""
        words = self.pattern(words_of(self.reaching))
        return re.compile(rf"(?:\s|[:：]|{words})*$")

    def is_public(self, name: str) -> bool:
        """Whether a name is that of a public body, which speaks for its place."""
        words = words_of(self.public_bodies)
        low = name.lower()
        return any(low.startswith(word) if self.head == "first" else low.endswith(word) for word in words)

    def common_year(self, year: int) -> int:
        """A year of the common era, from either era."""
        return year - BUDDHIST_ERA if year > BUDDHIST_FROM else year
