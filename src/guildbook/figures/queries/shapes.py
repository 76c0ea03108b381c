"""A figure as plain data: one shape for its JSON, the API and the command line."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from guildbook.figures.queries.figures import Breakdown, Figure
from guildbook.figures.queries.lineage import breakdowns_of, records_of, values_of
from guildbook.figures.queries.returns import Return
from guildbook.figures.queries.witnesses import Claim
from guildbook.figures.verdicts import Period, Verdict
from guildbook.kit.actors import Actor
from guildbook.kit.record_types import type_of
from guildbook.kit.texts import pick

MOST_RECORDS = 100
Data = dict[str, Any]


def number(value: Decimal | int | None) -> int | float | None:
    """A number as JSON can carry it."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def headline_data(figure: Figure) -> Data:
    """The answer alone: value, mark, what is on record, reported and missing, as of when."""
    asked, subject = figure.asked, figure.asked.subject
    return {
        "indicator": asked.indicator.key,
        "title": figure.title,
        "theme": asked.indicator.theme,
        "subject": {"name": subject.name, "label": subject.label, "url": subject.url} if subject else None,
        "filters": dict(asked.question.filters),
        "at": asked.question.at.isoformat() if asked.question.at else None,
        "value": number(figure.value),
        "qualifier": figure.qualifier,
        "text": figure.text,
        "mark": figure.mark,
        "as_of": _period(figure.period),
        "on_record": number(figure.on_record),
        "reported": number(figure.reported),
        "reported_qualifier": figure.reported_qualifier or None,
        "missing": number(figure.missing),
        "url": figure.url,
    }


def figure_data(actor: Actor, figure: Figure) -> Data:
    """The answer with its lineage: definition, witnesses with verdicts, records counted, breakdowns."""
    behind = records_of(actor, figure)
    return {
        **headline_data(figure),
        "language": get_language(),
        "definition": figure.definition,
        "claims": [claim_data(claim) for claim in figure.claims],
        "returns": [return_data(each) for each in figure.returns],
        "beside": [{**return_data(each), **_verdict(each.verdict)} for each in figure.beside],
        "reporting": reporting_data(figure),
        "records": [_record(record) for __, records in behind for record in records[:MOST_RECORDS]],
        "records_counted": {kind.name: records.count() for kind, records in behind},
        "values": [{"label": label, "url": url or None} for label, url in values_of(actor, figure)],
        "breakdowns": [breakdown_data(breakdown) for breakdown in breakdowns_of(actor, figure)],
    }


def _period(period: Period) -> Data:
    return {
        "first": period.first.isoformat() if period.first else None,
        "last": period.last.isoformat() if period.last else None,
        "text": period.words,
    }


def _verdict(verdict: Verdict) -> Data:
    return {
        "verdict": verdict.key,
        "difference": number(verdict.difference),
        "note": verdict.note or None,
    }


def claim_data(claim: Claim) -> Data:
    """One claim with its locator and how it stands to the figure."""
    return {
        "key": claim.key,
        "url": claim.url,
        "value": number(claim.value),
        "qualifier": claim.qualifier,
        "basis": claim.basis,
        "counts": claim.counts,
        "quote": claim.quote,
        "as_of": _period(claim.period),
        "source": {"key": claim.source_key, "title": claim.source, "url": claim.source_url},
        "locator": {"paragraph": claim.paragraph, "start": claim.start, "end": claim.end},
        **_verdict(claim.verdict),
    }


def return_data(each: Return) -> Data:
    """One approved return."""
    return {
        "key": each.key,
        "url": each.url,
        "value": number(each.value) if each.known else None,
        "answer": each.answer,
        "thing": ":".join(each.thing) if each.thing else None,
        "as_of": _period(each.period),
        "organisation": {"key": each.organisation_key, "label": each.organisation},
        "round": each.round_key,
    }


def reporting_data(figure: Figure) -> Data | None:
    """How many were asked and have answered, as far as the reader may know."""
    rate = figure.reporting
    if rate is None:
        return None
    counts = {"expected": rate.expected, "received": rate.received, "approved": rate.approved}
    return {"round": rate.round_key, **counts, "not_known": sum(not each.known for each in figure.beside)}


def breakdown_data(breakdown: Breakdown) -> Data:
    """One breakdown; every value carries the address of its own figure."""
    values = [
        {"key": bar.key, "label": bar.label, "value": number(bar.number), "url": bar.figure.url}
        for bar in breakdown.bars
    ]
    return {"facet": breakdown.facet, "label": breakdown.label, "values": values}


def _record(record: Any) -> Mapping[str, str]:
    kind = type_of(record)
    label = pick(record.label()).text or record.key
    return {"type": kind.name, "key": record.key, "label": label, "url": f"/{kind.plural}/{record.key}"}
