"""The book as reading needs it: names, subjects and kinds of figure; built once, and again when the book changes."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

from django.db.utils import OperationalError, ProgrammingError
from django.utils.translation import gettext as _

from guildbook.figures.definitions import Definition, read_definition, subject_kinds
from guildbook.figures.queries import indicators, subjects_with_witnesses
from guildbook.kit.actors import PUBLIC, Actor
from guildbook.kit.models import Change
from guildbook.kit.record_types import by_name
from guildbook.language import NameIndex
from guildbook.language.naming import NameBook
from guildbook.reading.matching.lines import Key, Kind, Role, Weights, core_of
from guildbook.reading.matching.mentions import Entity
from guildbook.reading.matching.wording import Wording
from guildbook.reading.matching.words import concepts
from guildbook.reading.matching.written import concepts_in, phrase_of
from guildbook.reading.queries.place_names import place_names

# Kinds of record that texts name and figures are about.
NAMED = ("place", "alliance", "organisation", "event", "unit", "plan")
# Those that a text may name in another language than the book does.
BODIES = ("alliance", "organisation", "unit")
_BRACKETS = re.compile(r"^(.*?)\s*\(([^)]*)\)$")
_LEADING_YEAR = re.compile(r"^(?:the\s+)?(?:19|20)\d\d\s+", re.IGNORECASE)
_LONG_TITLE = 5
_SHORTEST_NAME, _MOST_KNOWN = 4, 2000
# A name in another language is a body's where so many concepts, and so large a share of both names', are the same.
_FEWEST_CONCEPTS, _SAME_SHARE = 4, 0.85


@dataclass(frozen=True)
class Gathering:
    """An event, as a text without its name may still point to it: its sort, place, alliance and days."""

    key: Key
    sort: str
    places: frozenset[str]
    alliance: str
    first: dt.date | None
    last: dt.date | None
    words: frozenset[str]


@dataclass(frozen=True)
class Book:
    """Everything of the book that matching asks for, in memory."""

    names: NameIndex
    entities: Mapping[Key, Entity]
    labels: Mapping[Key, str]
    kinds: Mapping[str, Kind]
    by_head: Mapping[str, tuple[str, ...]]
    weights: Weights
    witnesses: Mapping[str, frozenset[Key]]
    # Plans by the place or organisation whose plans they are: texts name the owner, not the plan.
    plans: Mapping[Key, tuple[Key, ...]]
    gatherings: tuple[Gathering, ...] = field(default=())
    # Concepts of what the book counts: capitals alone do not make “Panda Workshops” a name.
    things: frozenset[str] = frozenset()
    # English concepts of places, by which names in other languages take part in phrases.
    place_concepts: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    # Names of bodies, to be found again under names in other languages.
    bodies: tuple[tuple[str, Key], ...] = ()

    @cached_property
    def name_book(self) -> NameBook:
        """The bodies of the book by all their names; made when a text first names somebody unknown."""
        return NameBook(self.bodies)

    def known_as(self, name: str, language: str) -> tuple[Key, ...]:
        """The one body that a name in any language surely means; nobody where two would do."""
        if not self.bodies or len(name) < _SHORTEST_NAME:
            return ()
        if name not in self._known:
            while len(self._known) >= _MOST_KNOWN:
                del self._known[next(iter(self._known))]
            sure = {candidate.key: None for candidate in self.name_book.match(name, 4) if candidate.sure}
            keys = tuple(key for key in sure if isinstance(key, tuple)) or self._same_concepts(name, language)
            self._known[name] = keys if len(keys) == 1 else ()
        return self._known[name]

    def _same_concepts(self, name: str, language: str) -> tuple[Key, ...]:
        """Bodies whose name says the same word by word; schools are too much alike for that."""
        if language == "en":
            return ()
        wording = Wording(name, [(0, len(name), language)])
        wording.name(self.names, self.place_concepts)
        told = wording.concepts(0, len(name))
        if len(told) < _FEWEST_CONCEPTS or "school" in told or not all(concept.isascii() for concept in told):
            return ()
        found = {
            key for concepts, key in self._body_concepts if len(told & concepts) >= _SAME_SHARE * len(told | concepts)
        }
        return tuple(sorted(found))

    @cached_property
    def _body_concepts(self) -> tuple[tuple[frozenset[str], Key], ...]:
        return tuple((concepts(text), key) for text, key in self.bodies if text.isascii())

    @cached_property
    def _known(self) -> dict[str, tuple[Key, ...]]:
        return {}


_held: dict[tuple[object, ...], Book] = {}
_lock = Lock()
_MOST_HELD = 2


class NoBookError(ValueError):
    """There is no book to ask: its tables were never made."""


def book_of(actor: Actor) -> Book:
    """The book as staff or the public see it; kept in memory until something in the book changes. Raises NoBookError.

    Drafts that somebody keeps are not in it: one book is held for all who are not staff.
    """
    try:
        newest = Change.objects.order_by("-pk").values_list("pk", "at").first()
    except (OperationalError, ProgrammingError) as error:
        raise NoBookError(
            _("There is no book here yet; “guildbook migrate” makes one, “guildbook load” fills it.")
        ) from error
    stamp = (actor.is_staff, *(newest or (0, None)))
    with _lock:
        if stamp not in _held:
            while len(_held) >= _MOST_HELD:
                del _held[next(iter(_held))]
            _held[stamp] = _build(actor if actor.is_staff else PUBLIC)
        return _held[stamp]


def _build(actor: Actor) -> Book:
    spellings: list[tuple[str, Key]] = []
    entities: dict[Key, Entity] = {}
    labels: dict[Key, str] = {}
    plans: dict[Key, list[Key]] = defaultdict(list)
    gatherings: list[Gathering] = []
    bodies: list[tuple[str, Key]] = []
    place_concepts: dict[Key, tuple[str, ...]] = {}
    for kind, record in _records(actor):
        key = (kind, record.key)
        texts = _spellings(kind, record)
        spellings.extend((text, key) for text in texts)
        words = frozenset().union(*(concepts(text) for text in texts[:6])) if texts else frozenset()
        place = getattr(record, "place", None)
        within = frozenset(record.path.strip("/").split("/")) if kind == "place" else frozenset()
        entities[key] = Entity(key, kind, getattr(record, "kind", ""), within, words, place.key if place else "")
        labels[key] = str(record)
        if kind == "place":
            spellings.extend((text, key) for text in place_names(record))
            place_concepts[key] = tuple(sorted(concepts(record.label().get("en", "")))) or tuple(sorted(words))
        elif kind in BODIES:
            bodies.extend((text, key) for text in texts)
        if kind == "plan":
            for owner in ("place", "organisation"):
                if (held := getattr(record, owner, None)) is not None:
                    plans[owner, held.key].append(key)
        if kind == "event":
            gatherings.append(_gathering(key, record, place, words))
    kinds = {indicator.key: _kind(indicator) for indicator in indicators(actor)}
    return Book(
        NameIndex(spellings),
        entities,
        labels,
        kinds,
        _by_head(kinds),
        Weights.of(list(kinds.values())),
        _witnesses(actor),
        {owner: tuple(held) for owner, held in plans.items()},
        tuple(gatherings),
        frozenset().union(*(phrase.all for kind in kinds.values() for phrase in kind.phrases)),
        place_concepts,
        tuple(bodies),
    )


def _by_head(kinds: Mapping[str, Kind]) -> dict[str, tuple[str, ...]]:
    """The kinds that count a noun, by the noun."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for each in kinds.values():
        for phrase in each.phrases:
            for head in phrase.heads:
                found[head][each.name] = None
    return {head: tuple(names) for head, names in found.items()}


def _records(actor: Actor) -> Iterator[tuple[str, Any]]:
    for name in NAMED:
        kind = by_name(name)
        if kind is None:
            continue
        found = kind.visible(actor)
        if any(rows.name == "names" for rows in kind.rows):
            found = found.prefetch_related("names")
        if name == "organisation":
            found = found.exclude(kind="alliance")
        for record in found:
            yield name, record


def _spellings(kind: str, record: Any) -> list[str]:
    """Every name a text may use: all languages, “Myanmar (Burma)” as two, a long event title also by its first part."""
    if kind == "plan":
        return list(record.label().values())
    texts: list[str] = []
    for text in dict.fromkeys([*record.label().values(), *record.spellings()]):
        bracketed = _BRACKETS.match(text)
        texts.extend(bracketed.groups() if bracketed and kind == "place" else [text])
        if kind == "event":
            texts.extend(_short_titles(text))
    return list(dict.fromkeys(text for text in texts if text))


def _short_titles(title: str) -> Iterable[str]:
    plain = _LEADING_YEAR.sub("", title)
    first = plain.split(" and the ")[0]
    return [short for short in (plain, first) if len(short.split()) > _LONG_TITLE]


def _gathering(key: Key, record: Any, place: Any, words: frozenset[str]) -> Gathering:
    alliance = record.alliance.key if getattr(record, "alliance", None) else ""
    places = frozenset(place.path.strip("/").split("/")) if place else frozenset()
    return Gathering(key, record.kind, places, alliance, record.since_day, record.until_day or record.since_day, words)


def _kind(indicator: Any) -> Kind:
    definition = read_definition(indicator.definition)
    languages = ["en"] if indicator.phrases.get("en") or "en" in indicator.title else sorted(indicator.title)
    written = [
        text for tag in languages for text in (*indicator.phrases.get(tag, []), indicator.title.get(tag, "")) if text
    ]
    phrases = [phrase for text in written if (phrase := phrase_of(text)) is not None]
    described = frozenset().union(*(concepts_in(indicator.title.get(tag, "")) for tag in languages))
    asked_of = frozenset(subject_kinds(definition))
    told = tuple(dict.fromkeys(phrases))
    counted = bool(definition.counts)
    return Kind(indicator.key, told, described, definition.per, _role(definition), asked_of, counted, core_of(told))


def _role(definition: Definition) -> Role:
    counts = {leg.records for leg in definition.counts}
    if "target" in counts:
        return "target"
    # A plan's own goals and tasks stand between what is and what is to be: texts speak of them in either way.
    return "any" if "plan" in counts else "actual"


def _witnesses(actor: Actor) -> dict[str, frozenset[Key]]:
    found: dict[str, frozenset[Key]] = {}
    for name, subjects in subjects_with_witnesses(actor).items():
        found[name] = frozenset((kind, key) for kind, __, key in (subject.partition(":") for subject in subjects))
    return found
