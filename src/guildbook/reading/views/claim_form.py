"""The small form that records a figure of a checked text as a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from guildbook.figures.models import Claim
from guildbook.figures.models.claim import Qualifier
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.language import ReadFigure
from guildbook.language.detection import detect_language
from guildbook.reading.actions import ClaimWords, NewSource, record_read_figure
from guildbook.reading.queries import CheckedFigure, CheckedText
from guildbook.reading.queries.choices import indicator_choices, source_choices, steward_choices, subject_choices

NEW = "new"
_COUNTS_LONGEST = 300


def figure_at(checked: CheckedText, start: str) -> CheckedFigure | None:
    """The figure that begins at a character of the text."""
    return next((figure for figure in checked.figures if str(figure.read.start) == start), None)


def empty(actor: Actor, checked: CheckedText, figure: CheckedFigure) -> dict[str, Any]:
    """The form filled with what was read."""
    sources = source_choices(actor, checked.text)
    known = sources[0][0] if sources and sources[0][2] else NEW
    values = {
        "value": f"{figure.read.value.normalize():f}",
        "qualifier": figure.read.qualifier,
        "counts": _counts(figure.read),
        "as_of": figure.read.date or "",
        "subject": ":".join(figure.subjects[0]) if figure.subjects else "",
        "indicator": figure.indicator,
        "source": known,
        "source_title": checked.facts.title or "",
        "source_published": checked.facts.date or "",
        "source_url": "",
        "why": "",
    }
    return _context(actor, checked, figure, values, ())


def posted(
    actor: Actor, checked: CheckedText, figure: CheckedFigure, sent: Mapping[str, str], faults: Iterable[Fault]
) -> dict[str, Any]:
    """The form as it was sent, with what is wrong."""
    return _context(actor, checked, figure, dict(sent.items()), faults)


def save(actor: Actor, text: str, figure: CheckedFigure, sent: Mapping[str, str]) -> Claim:
    """Keep what was sent; raises DocumentError."""
    try:
        value = Decimal(sent.get("value", "").replace(",", "").strip())
    except InvalidOperation as error:
        raise DocumentError([Fault("value", _("write a number in digits"))]) from error
    said = ClaimWords(
        value,
        sent.get("qualifier", ""),
        sent.get("counts", ""),
        sent.get("as_of", ""),
        sent.get("subject", ""),
        sent.get("indicator", ""),
    )
    source: str | NewSource = sent.get("source", NEW)
    if source == NEW:
        title, published, address = (sent.get(f"source_{name}", "") for name in ("title", "published", "url"))
        source = NewSource(title, published, address, _language(text, figure.read), sent.get("source_steward", ""))
    return record_read_figure(actor, text, figure.read, said, source, sent.get("why", "").strip()[:300])


def _language(text: str, read: ReadFigure) -> str:
    """The language of a source made of the text; of Chinese also the script."""
    return detect_language(text).language if read.language == "zh" else read.language


def _counts(read: ReadFigure) -> str:
    """What it counts, with the unit that is part of it."""
    counts = " ".join(read.counts.split())
    return (_("percent of %(counts)s") % {"counts": counts} if read.unit == "percent" else counts)[:_COUNTS_LONGEST]


def _context(
    actor: Actor, checked: CheckedText, figure: CheckedFigure, values: Mapping[str, str], faults: Iterable[Fault]
) -> dict[str, Any]:
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.where, []).append(fault.message)
    sources = [(key, label) for key, label, __ in source_choices(actor, checked.text)]
    stewards = steward_choices(actor)
    rows: list[tuple[str, str, str, dict[str, Any]]] = [
        ("value", _("Value"), "text", {"required": True, "size": "short"}),
        ("qualifier", _("Qualifier"), "select", {"options": [(key, str(label)) for key, label in Qualifier.choices]}),
        ("counts", _("What it counts"), "text", {"required": True}),
        ("subject", _("Of whom or what"), "select", {"options": subject_choices(actor, figure)}),
        (
            "as_of",
            _("As of"),
            "text",
            {"size": "short", "help": _("2023, 2023-11 or 2023-11-30; empty if the text does not say")},
        ),
        ("indicator", _("Indicator"), "select", {"options": indicator_choices(actor, figure)}),
        ("source", _("Source"), "select", {"options": [(NEW, _("a new source, made of this text")), *sources]}),
        ("source_title", _("Title of the new source"), "text", {}),
        ("source_published", _("Published"), "text", {"size": "short"}),
        ("source_url", _("Address"), "url", {}),
        *([("source_steward", _("Kept by"), "select", {"options": stewards})] if stewards else []),
        ("why", _("Why"), "text", {"help": _("A word for the history: what the change rests on.")}),
    ]
    renamed = {"key": "source_title", "published": "source_published", "url": "source_url", "subject_key": "subject"}
    for name, shown in renamed.items():
        said.setdefault(shown, []).extend(said.pop(name, []))
    fields = [
        {
            "name": name,
            "label": label,
            "kind": kind,
            "value": values.get(name, ""),
            "errors": said.pop(name, []),
            **more,
        }
        for name, label, kind, more in rows
    ]
    begin, end = figure.read.sentence
    text = checked.text
    return {
        "fields": fields,
        "errors": [f"{where}: {message}" for where, messages in said.items() for message in messages],
        "text": text,
        "start": figure.read.start,
        "before": text[begin : figure.read.start],
        "printed": text[figure.read.start : figure.read.end],
        "after": text[figure.read.end : end],
        "verdict": figure.answer.verdict if figure.answer else "unknown",
        "language": figure.read.language,
    }
