"""Proposals: what aligning two versions by machine brings, kept beside the alignment until people have looked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of
from guildbook.language.aligning import align, aligning_embedder
from guildbook.language.embedding import content_key
from guildbook.search.vectors import BookStore
from guildbook.standards.actions.alignments import save_alignment
from guildbook.standards.actions.carrying import free_key
from guildbook.standards.models import Alignment, AlignmentProposal, Standard, StandardItem
from guildbook.standards.queries import visible_alignments
from guildbook.standards.queries.items import ordered
from guildbook.standards.rules import may_change

# Texts without a vector: up to so many are computed while somebody waits, some seconds; more in their own process.
WHILE_WAITING = 60
RUNNING, FAILED = "running", "failed"
Progress = Callable[[int, int], None]


def begin_alignment(actor: Actor, first: tuple[Standard, str], second: tuple[Standard, str], why: str) -> Alignment:
    """The alignment of two versions that the actor may see, else a new one, for who may change the first standard.

    Raises DocumentError, and PermissionDenied.
    """
    sides = {
        "from_standard": first[0],
        "from_version": first[1],
        "to_standard": second[0],
        "to_version": second[1],
    }
    held = visible_alignments(actor).filter(**sides).order_by("key").first()
    if held is not None:
        return held
    if not may_change(actor, first[0]):
        raise PermissionDenied(str(NOT_YOURS))
    keepers = [each for each in (first[0].steward, first[0].owner) if each is not None]
    own = [each for each in keepers if actor.is_staff or each.pk in actor.keeps]
    made = Alignment(**sides, steward=own[0] if own else None)
    parts = (first[0].key, first[1], second[0].key if second[0] != first[0] else "", second[1])
    wanted = "-".join(slug for part in parts if (slug := slugify(part)))
    # A number behind a key tells that there is another, perhaps a draft somebody else keeps.
    made.key = free_key(wanted) if actor.is_staff else fresh_key(type_of(made), wanted)
    if "draft" in (first[0].status, second[0].status):
        made.status = "draft"
    return save_alignment(actor, Draft(made), why)


def sides(alignment: Alignment) -> tuple[list[StandardItem], list[StandardItem]]:
    """The items of both versions in their order."""
    first = StandardItem.objects.filter(standard=alignment.from_standard_id, version=alignment.from_version)
    second = StandardItem.objects.filter(standard=alignment.to_standard_id, version=alignment.to_version)
    return ordered(first), ordered(second)


def still_to_embed(alignment: Alignment) -> int:
    """How many texts of both versions have no vector yet."""
    keys = {content_key(item.text) for side in sides(alignment) for item in side}
    return len(keys) - len(BookStore().get(sorted(keys), aligning_embedder().name))


def propose(actor: Actor, alignment: Alignment, progress: Progress | None = None) -> int:
    """Align both versions and keep what is proposed in place of what was; gives the number of proposals."""
    if not may_change(actor, alignment):
        raise PermissionDenied(str(NOT_YOURS))
    first, second = sides(alignment)
    found = align(
        [item.text for item in first],
        [item.text for item in second],
        store=BookStore(),
        numbers_a=[item.number for item in first],
        numbers_b=[item.number for item in second],
        progress=progress,
    )
    made = [
        AlignmentProposal(
            alignment=alignment,
            from_item=first[pair.a].identifier,
            to_item=second[pair.b].identifier,
            score=pair.score,
            further=further,
        )
        for pairs, further in ((found.pairs, False), (found.more, True))
        for pair in pairs
    ]
    with transaction.atomic():
        alignment.proposals.all().delete()
        AlignmentProposal.objects.bulk_create(made)
        Alignment.objects.filter(pk=alignment.pk).update(computing="", computed_at=timezone.now())
    return len(made)


def propose_in_background(actor: Actor, alignment: Alignment) -> None:
    """Start a process of its own that proposes, and leave it to itself; the alignment says how far it is."""
    if not may_change(actor, alignment):
        raise PermissionDenied(str(NOT_YOURS))
    Alignment.objects.filter(pk=alignment.pk).update(
        computing=RUNNING, computed=0, to_compute=still_to_embed(alignment), computed_at=timezone.now()
    )
    first = f"standard:{alignment.from_standard.key}@{alignment.from_version}"
    second = f"standard:{alignment.to_standard.key}@{alignment.to_version}"
    command = [sys.executable, "-m", "guildbook", "align", first, second, "--save"]
    subprocess.Popen(  # noqa: S603 - our own command, keys and versions as the book holds them
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def propose_soon(actor: Actor, alignment: Alignment) -> bool:
    """Propose at once where that takes seconds, else in the background; whether it is done."""
    if still_to_embed(alignment) > WHILE_WAITING:
        propose_in_background(actor, alignment)
        return False
    propose(actor, alignment)
    return True


def propose_with_progress(actor: Actor, alignment: Alignment) -> int:
    """Propose, telling the alignment's page how far it is; used by the process in the background."""

    def tell(done: int, total: int) -> None:
        Alignment.objects.filter(pk=alignment.pk).update(computed=done, to_compute=total, computed_at=timezone.now())

    Alignment.objects.filter(pk=alignment.pk).update(computing=RUNNING, computed_at=timezone.now())
    try:
        return propose(actor, alignment, tell)
    except Exception:
        Alignment.objects.filter(pk=alignment.pk).update(computing=FAILED)
        raise
