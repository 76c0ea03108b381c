"""An alliance as its form and its file keep it."""

from typing import Any

from django.utils.translation import gettext as _

from guildbook.alliances.models import Alliance, Office
from guildbook.alliances.rules import RUNS_THE_BOOK, may_hand_over
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft


def save_alliance(actor: Actor, draft: Draft, why: str) -> Alliance:
    """Keep an alliance; whatever is kept here is of the kind alliance.

    The offices that run its book give rights over it: only its leads and staff may change who holds them.
    """
    record: Any = draft.record
    record.kind = OrganisationKind.ALLIANCE
    if record.pk and not may_hand_over(actor, record.pk) and _running(draft.rows.get("offices", [])) != _held(record):
        message = _("only a lead of the alliance or its secretariat may change who holds the secretariat")
        raise DocumentError([Fault("offices", message)])
    alliance: Alliance = keep(actor, draft, why)
    return alliance


def _held(alliance: Alliance) -> list[tuple[Any, ...]]:
    return _running(Office.objects.filter(alliance=alliance.pk))


def _running(offices: Any) -> list[tuple[Any, ...]]:
    """The offices that give rights, as they can be compared."""
    return [
        (office.kind, office.organisation_id, office.role_id, office.since, office.until)
        for office in offices
        if office.kind in RUNS_THE_BOOK
    ]
