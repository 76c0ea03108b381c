"""Writes of the reading area: a figure of a text becomes a claim of the book."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation, Source
from guildbook.directory.queries import visible_sources
from guildbook.figures.actions import record_claim
from guildbook.figures.models import Claim, Indicator
from guildbook.figures.queries.visible import visible_indicators
from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Record
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of_model
from guildbook.language import ReadFigure
from guildbook.reading.rules import may_record_of

_KEY_LENGTH = 100


@dataclass(frozen=True)
class NewSource:
    """A source that is to be made of the text itself."""

    title: str
    published: str = ""
    url: str = ""
    language: str = "en"
    steward: str = ""


@dataclass(frozen=True)
class ClaimWords:
    """What the editor says of a figure: its number, what it counts, of whom and when."""

    value: Decimal
    qualifier: str
    counts: str
    as_of: str = ""
    subject: str = ""
    indicator: str = ""


def record_read_figure(
    actor: Actor, text: str, figure: ReadFigure, said: ClaimWords, source: str | NewSource, why: str = ""
) -> Claim:
    """Keep a figure of a text as a claim, with its place in the source; a new source keeps the text. All or nothing.

    Raises PermissionDenied, or DocumentError naming each thing that is wrong.
    """
    reason = why or _("recorded from a checked text")
    with transaction.atomic():
        held = _source(actor, text, source, reason)
        quote = text[slice(*figure.sentence)]
        kind, __, key = said.subject.partition(":")
        claim = Claim(
            key=_free_key(actor, Claim, f"{held.key}-{figure.start}"),
            source=held,
            value=said.value,
            qualifier=said.qualifier,
            counts=said.counts.strip(),
            quote=quote,
            indicator=_indicator(actor, said.indicator),
            subject_type=kind,
            subject_key=key,
            as_of=said.as_of.strip(),
        )
        _place(claim, held, text, figure)
        return record_claim(actor, Draft(claim), reason)


def _source(actor: Actor, text: str, source: str | NewSource, why: str) -> Source:
    if isinstance(source, str):
        held = visible_sources(actor).filter(key=source).first()
        if held is None or not may_record_of(actor, held):
            raise DocumentError([Fault("source", _("choose a source, or give the title of a new one"))])
        return held
    if not source.title.strip():
        raise DocumentError([Fault("source_title", _("a new source needs a title"))])
    stem = slugify(source.title)[:_KEY_LENGTH].strip("-") or "press"
    made = Source(
        key=_free_key(actor, Source, stem),
        steward=_steward(actor, source),
        title={source.language: source.title.strip()},
        kind="press",
        published=source.published.strip(),
        language=source.language,
        url=source.url.strip(),
        text=text,
    )
    kept: Source = keep(actor, Draft(made), why)
    return kept


def _indicator(actor: Actor, key: str) -> Indicator | None:
    if not key:
        return None
    found = visible_indicators(actor).filter(key=key).first()
    if found is None:
        raise DocumentError([Fault("indicator", _("the book has no indicator “%(key)s”") % {"key": key[:80]})])
    return found


def _place(claim: Claim, source: Source, text: str, figure: ReadFigure) -> None:
    """Where the figure stands in its source: the text itself, or a text that holds the same sentence."""
    if not source.text:
        return
    if source.text == text:
        claim.start, claim.end, claim.paragraph = figure.start, figure.end, figure.paragraph
        return
    begin, stop = figure.sentence
    at = source.text.find(text[begin:stop])
    if at < 0:
        raise DocumentError([Fault("source", _("the text of this source does not hold the sentence of the figure"))])
    claim.start, claim.end = at + figure.start - begin, at + figure.end - begin
    claim.paragraph = sum(1 for line in source.text[:at].split("\n")[:-1] if line.strip()) + 1


def _steward(actor: Actor, source: NewSource) -> Organisation | None:
    """Who keeps a new source: of those the actor keeps the one named, or the only one; nobody for staff."""
    if actor.is_staff and not source.steward:
        return None
    own = Organisation.objects.all() if actor.is_staff else Organisation.objects.filter(pk__in=actor.keeps)
    found = list(own.filter(key=source.steward) if source.steward else own[:2])
    if len(found) != 1:
        raise DocumentError([Fault("source_steward", _("choose the organisation that keeps the new source"))])
    return found[0]


def _free_key(actor: Actor, model: type[Record], wanted: str) -> str:
    """The key, or the key with the first free number behind it; for who may not see all keys, one nobody guesses."""
    if not actor.is_staff:
        return fresh_key(type_of_model(model), wanted)
    key, number = wanted, 1
    while model._default_manager.filter(key=key).exists():
        number += 1
        key = f"{wanted}-{number}"
    return key
