"""On a record's page: that a change of it waits, for those who may know."""

from typing import Any

from django.utils.translation import gettext as _

from guildbook.kit.actors import Actor
from guildbook.kit.format import day_text
from guildbook.kit.panels import Panel, offer
from guildbook.kit.record_types import type_of
from guildbook.reviews.queries import proposals_about


def offer_panels() -> None:
    """Show on every kind of record what is proposed for it."""
    offer("", waiting)


def waiting(record: Any, actor: Actor) -> Panel | None:
    """Open proposals about a record; None for who may see none."""
    if not (actor.is_staff or actor.keeps):
        return None
    found = [
        {
            "url": f"/reviews/{proposal.pk}",
            "text": _("A change proposed on %(day)s waits for approval by %(name)s.")
            % {"day": day_text(proposal.at.date()), "name": proposal.alliance},
        }
        for proposal in proposals_about(actor, type_of(record).name, record.key)
    ]
    return Panel("", "reviews/waiting.html", found, slot="head") if found else None
