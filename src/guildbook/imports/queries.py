"""Reads of the imports area: files and readings a person may see."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from guildbook.imports.models import Import, ImportRow, Mapping, State
from guildbook.kit.actors import Actor

# How long a file and its preview are kept.
KEPT_FOR = dt.timedelta(days=14)
# A process that has worked on one file for so long is gone.
LONGEST_WORK = dt.timedelta(minutes=30)


def visible_imports(actor: Actor) -> QuerySet[Import]:
    """Files the actor sent; staff see all."""
    if actor.user is None:
        return Import.objects.none()
    return Import.objects.all() if actor.is_staff else Import.objects.filter(user=actor.user)


def visible_mappings(actor: Actor) -> QuerySet[Mapping]:
    """Readings the actor made, and those of organisations they act for."""
    if actor.user is None:
        return Mapping.objects.none()
    return Mapping.objects.filter(Q(user=actor.user) | Q(organisation__in=actor.keeps))


def path_of(imported: Import) -> Path:
    """Where the content lies."""
    return Path(settings.IMPORTS) / imported.sha256


def counts_of(imported: Import) -> dict[str, int]:
    """How many rows do what; `proposed` counts those that wait for an alliance's approval, within the others."""
    counts = dict(imported.rows.values_list("state").annotate(n=Count("pk")).order_by())
    return {**counts, "proposed": imported.rows.filter(proposed=True).count()}


def rows_of(imported: Import, state: str = "", sheet: str = "") -> QuerySet[ImportRow]:
    """The rows in one state, of one sheet, or all."""
    wanted = {name: value for name, value in (("state", state), ("sheet", sheet)) if value}
    return imported.rows.filter(**wanted)


def is_working(imported: Import) -> bool:
    """Whether a process is at work on the file, or should be."""
    busy = imported.state in (State.CHECKING, State.KEEPING)
    return busy and imported.began is not None and timezone.now() - imported.began < LONGEST_WORK
