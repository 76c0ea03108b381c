"""What a source says, paragraph by paragraph: the claims read from it and the records that rest on it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from guildbook.directory.models import Source
from guildbook.directory.queries import text_of
from guildbook.figures.models import Claim
from guildbook.figures.queries import Figure, FigureError, Question, ask_many, visible_claims
from guildbook.kit.actors import Actor
from guildbook.kit.models import Citation, Status
from guildbook.kit.record_types import by_name


@dataclass
class Paragraph:
    """One paragraph: its number, where it begins in the text, its words, and what rests on it."""

    number: int
    start: int
    text: str
    claims: list[Any] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)


def paragraphs_of(text: str) -> list[Paragraph]:
    """The non-empty lines of a text, numbered from one, each with its first character's offset."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found) + 1, start, line.rstrip("\r")))
        start += len(line) + 1
    return found


def claims_of(actor: Actor, source: Source) -> list[Any]:
    """The published claims read from a source, in the order of its text."""
    claims = visible_claims(actor).filter(source=source.pk, status=Status.PUBLISHED)
    return list(claims.order_by("paragraph", "start", "key"))


def claim_with_paragraph(actor: Actor, claim: Claim) -> tuple[Paragraph | None, Source]:
    """The paragraph that makes a claim, holding that claim alone, and its source."""
    paragraphs = paragraphs_of(text_of(claim.source))
    found = next((each for each in paragraphs if each.number == claim.paragraph), None)
    if found is not None:
        found.claims = [claim]
    return found, claim.source


def figures_behind(actor: Actor, claims: list[Any]) -> dict[str, Figure]:
    """The book's figure for each claim that names an indicator, by the claim's key."""
    questions = {
        claim.key: Question(
            claim.indicator.key, f"{claim.subject_type}:{claim.subject_key}" if claim.subject_type else ""
        )
        for claim in claims
        if claim.indicator_id
    }
    once = list(dict.fromkeys((question.indicator, question.subject) for question in questions.values()))
    try:
        figures = dict(zip(once, ask_many(actor, [Question(*each) for each in once]), strict=True))
    except FigureError:
        # A claim about something the book no longer shows: the others still deserve their figures.
        figures = {each: figure for each in once if (figure := _asked(actor, Question(*each)))}
    return {
        key: figures[question.indicator, question.subject]
        for key, question in questions.items()
        if (question.indicator, question.subject) in figures
    }


def _asked(actor: Actor, question: Question) -> Figure | None:
    try:
        return ask_many(actor, [question])[0]
    except FigureError:
        return None


def records_citing(actor: Actor, source: Source) -> dict[int | None, list[Any]]:
    """The records that cite a source, by paragraph, each once in a paragraph; a query per kind of record."""
    cited: dict[str, set[str]] = defaultdict(set)
    places: list[tuple[int | None, str, str]] = []
    rows = Citation.objects.filter(source=source.pk).order_by("paragraph", "record_type", "record_key")
    for paragraph, kind, key in rows.values_list("paragraph", "record_type", "record_key"):
        cited[kind].add(key)
        places.append((paragraph, kind, key))
    records: dict[tuple[str, str], Any] = {}
    for name, keys in cited.items():
        kind_of = by_name(name)
        if kind_of is not None:
            seen = kind_of.visible(actor).filter(key__in=keys, status=Status.PUBLISHED)
            records.update({(name, record.key): record for record in seen})
    found: dict[int | None, list[Any]] = defaultdict(list)
    for paragraph, name, key in dict.fromkeys(places):
        if (name, key) in records:
            found[paragraph].append(records[name, key])
    return found


def read_source(actor: Actor, source: Source) -> tuple[list[Paragraph], list[Any]]:
    """The paragraphs of a source with what rests on each, and the records that cite it without a paragraph."""
    paragraphs = paragraphs_of(text_of(source))
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    for claim in claims_of(actor, source):
        if claim.paragraph in by_number:
            by_number[claim.paragraph].claims.append(claim)
    citing = records_citing(actor, source)
    loose: list[Any] = []
    for number, records in citing.items():
        if number in by_number:
            by_number[number].records.extend(records)
        else:
            loose.extend(records)
    return paragraphs, list(dict.fromkeys(loose))
