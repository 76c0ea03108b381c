"""Proposals an actor may read, the document somebody started from, and what an actor keeps."""

from typing import Any

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation
from guildbook.kit.actions import changes_of, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, document
from guildbook.kit.models import Change
from guildbook.kit.record_types import RecordType, by_name
from guildbook.reviews.models import Proposal, State


def visible_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Proposals of the organisations the actor keeps, and those waiting for alliances they serve; staff see all."""
    found = Proposal.objects.select_related("organisation", "alliance")
    if actor.is_staff:
        return found
    return found.filter(Q(organisation__in=actor.keeps) | Q(alliance__in=actor.serves))


def waiting_for(actor: Actor) -> QuerySet[Proposal]:
    """Proposals the actor may decide on, oldest first."""
    found = visible_proposals(actor).filter(state=State.WAITING).order_by("at", "pk")
    return found if actor.is_staff else found.filter(alliance__in=actor.serves)


def proposed_by(actor: Actor) -> QuerySet[Proposal]:
    """What the actor's organisations proposed and nobody has settled yet: sent back first."""
    own = actor.keeps - actor.serves
    open_ones = (State.WAITING, State.RETURNED)
    return visible_proposals(actor).filter(organisation__in=own, state__in=open_ones).order_by("state", "-at")


def proposals_about(actor: Actor, record_type: str, key: str) -> QuerySet[Proposal]:
    """Open proposals about one record that the actor may see."""
    open_ones = (State.WAITING, State.RETURNED)
    return visible_proposals(actor).filter(record_type=record_type, record_key=key, state__in=open_ones)


def record_of(record_type: RecordType, key: str) -> Any:
    """The record of that key, whoever asks, or None."""
    return record_type.model._default_manager.filter(key=key).first()


def held_document(record_type: RecordType, record: Any) -> Document:
    """The record as the book holds it; nothing for a record that does not exist."""
    return {} if record is None else document(record_type, stored(record_type, record))


def base_document(record_type: RecordType, record: Any, version: int) -> Document:
    """The record's document at a version, found in its history; empty where there is no such version."""
    if record is None or not 0 < version <= record.version:
        return {}
    if version == record.version:
        return held_document(record_type, record)
    back = record.version - version
    found = changes_of(record_type, record.key)[back : back + 1]
    return found[0].after if found else {}


def type_of_proposal(proposal: Proposal) -> RecordType | None:
    """The kind of record a proposal is about; None for a kind the book no longer has."""
    return by_name(proposal.record_type)


def changes_by_others(actor: Actor, bodies: list[str], most: int) -> list[Change]:
    """What others of the same organisations changed lately, newest first."""
    return list(Change.objects.filter(body__in=bodies).exclude(who=actor.name)[:most]) if bodies else []


def own_organisations(actor: Actor) -> list[Organisation]:
    """The organisations the actor acts for, without the alliances they only serve; by key."""
    own = (actor.keeps - actor.serves) or actor.keeps
    return list(Organisation.objects.filter(pk__in=own).order_by("key")) if own else []
