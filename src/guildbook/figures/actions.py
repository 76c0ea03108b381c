"""Writes of the figures area."""

from typing import cast

from django.utils.translation import gettext as _
from pydantic import ValidationError

from guildbook.figures.definitions import faults_of, read_definition
from guildbook.figures.models import Claim, Indicator
from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import by_name


def define_indicator(actor: Actor, draft: Draft, why: str) -> Indicator:
    """Keep an indicator whose definition the book can compute; raises DocumentError naming what is not so."""
    indicator = cast(Indicator, draft.record)
    try:
        faults = [Fault("definition", text) for text in faults_of(read_definition(indicator.definition))]
    except ValidationError as error:
        faults = [
            Fault("definition." + ".".join(str(step) for step in wrong["loc"]), wrong["msg"])
            for wrong in error.errors()
        ]
    if faults:
        raise DocumentError(faults)
    kept: Indicator = keep(actor, draft, why)
    return kept


def record_claim(actor: Actor, draft: Draft, why: str) -> Claim:
    """Keep a claim; its locator must lie within its source's text and its subject be in the book."""
    claim = cast(Claim, draft.record)
    faults = []
    text = claim.source.text
    if text and claim.end is not None and not (claim.start is not None and claim.start < claim.end <= len(text)):
        faults.append(
            Fault("start", _("the locator lies outside the source's text of %(n)s characters") % {"n": len(text)})
        )
    if claim.value is None and claim.basis != "uncounted":
        faults.append(Fault("value", _("a claim gives a number, unless its basis is “uncounted”")))
    if claim.subject_type:
        kind = by_name(claim.subject_type)
        if kind is None or find_as(actor, kind.model, claim.subject_key) is None:
            faults.append(
                Fault(
                    "subject_key",
                    _("the book has no %(t)s “%(k)s”") % {"t": claim.subject_type, "k": claim.subject_key},
                )
            )
    if faults:
        raise DocumentError(faults)
    kept: Claim = keep(actor, draft, why)
    return kept
