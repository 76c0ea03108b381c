"""What people are told of their own mandates."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.accounts.models import User
from guildbook.directory.models import Organisation
from guildbook.faces.details import url_of
from guildbook.kit.actors import Actor
from guildbook.kit.texts import pick
from guildbook.mandates.models.entry import Deed
from guildbook.notices.actions import tell
from guildbook.notices.registry import NoticeKind


def _text(data: Mapping[str, Any]) -> str:
    name = pick(data["name"]).text
    if data["deed"] == Deed.ENDED:
        return _("You do not act for %(name)s any more.") % {"name": name}
    if data["deed"] == Deed.HANDED_OVER:
        return _("You were made lead of %(name)s.") % {"name": name}
    return _("Your mandate for %(name)s was given or changed.") % {"name": name}


MANDATE = NoticeKind(
    name="mandate",
    label=gettext_lazy("For whom you act"),
    subject=gettext_lazy("What you may do in Guildbook has changed"),
    text=_text,
)


def tell_person(actor: Actor, person: User, organisation: Organisation, deed: Deed) -> None:
    """Tell somebody that another person changed for whom they act."""
    if person.pk != actor.user:
        data = {"name": dict(organisation.label()), "deed": str(deed)}
        tell([person], MANDATE.name, data, url_of(organisation))
