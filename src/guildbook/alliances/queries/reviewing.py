"""What alliances want to look at before it is published, and what waits at a person's desk."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.alliances.models import ApplicationState, Reviewed
from guildbook.alliances.queries.applications import applications_of, waiting_for
from guildbook.alliances.queries.terms import admitted
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.format import number_text
from guildbook.kit.record_types import RecordType
from guildbook.kit.texts import pick
from guildbook.reviews.registry import Todo


def reviewing(organisation: int, kind: str) -> int | None:
    """The alliance whose secretariat looks first when this organisation publishes a record of a kind; None for none."""
    belongs = admitted(timezone.localdate()).filter(organisation=organisation).values("alliance")
    found = Reviewed.objects.filter(alliance__in=belongs, kind=kind).order_by("alliance")
    return found.values_list("alliance", flat=True).first()


def looked_at_first(actor: Actor, record_type: RecordType, draft: Draft) -> int | None:
    """The alliance (by primary key) that must look at this publication, or None.

    Asked of every organisation the record is kept for: leaving the steward out is no way around.
    """
    keepers = {keeper for path in record_type.keepers if (keeper := _keeper(draft.record, path)) is not None}
    found = (reviewing(organisation, record_type.name) for organisation in sorted(keepers))
    return next((alliance for alliance in found if alliance is not None), None)


def _keeper(record: Any, path: str) -> int | None:
    """Primary key of the organisation at the end of a path such as `plan.organisation`."""
    *way, last = path.split(".")
    for name in way:
        record = getattr(record, name, None)
    if record is None:
        return None
    found: int | None = record.pk if last == "pk" else getattr(record, f"{last}_id")
    return found


def todos(actor: Actor) -> list[Todo]:
    """Applications to decide on, and questions about one's own."""
    made = []
    for key, count in waiting_for(actor).items():
        said = ngettext("%(n)s application to decide on", "%(n)s applications to decide on", count)
        made.append(Todo(said % {"n": number_text(count)}, f"/alliances/{key}/applications"))
    for application in applications_of(actor).filter(state=ApplicationState.ASKED):
        words = _("Answer about your application to %(alliance)s") % {
            "alliance": pick(application.alliance.label()).text
        }
        made.append(Todo(words, f"/applications/{application.pk}"))
    return made
