"""What mandates show on the pages of organisations and alliances: the way to their people, for who may see them."""

from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.mandates.queries import overseers_of, people_of
from guildbook.mandates.rules import may_see_people


def people(organisation: Organisation, actor: Actor) -> Panel | None:
    """Who acts for an organisation today; nothing for the public and for strangers."""
    if actor.user is None or not may_see_people(actor, organisation.pk, overseers_of(organisation.pk)):
        return None
    names = sorted(user.get_full_name() for user in people_of([organisation.pk]))
    data: dict[str, Any] = {"names": names, "url": f"/organisations/{organisation.key}/people"}
    return Panel(_("who acts for it"), "mandates/panel.html", data, slot="beside")


def offer_panels() -> None:
    """Offer them; called when Django starts."""
    for kind in ("organisation", "alliance"):
        offer(kind, people)
