"""Daily duties of the area: terms that end are told in time, contacts of decided applications are forgotten."""

from datetime import date, timedelta

from django.utils import timezone

from guildbook.alliances.actions.kinds import ENDING
from guildbook.alliances.models import Application, Remark
from guildbook.alliances.models.application import OPEN
from guildbook.alliances.queries import secretariat_of
from guildbook.alliances.queries.terms import ending
from guildbook.mandates.queries import people_of
from guildbook.notices.actions import tell

# Both sides are told when so many days are left.
DAYS_LEFT = (90, 30, 7)
# Name and address of who applied are kept so long after the decision.
CONTACTS_KEPT = timedelta(days=180)


def remind_of_terms(day: date) -> int:
    """Tell members' leads and secretariats of terms that end soon, once for each of the days before."""
    told = 0
    for membership in ending(day, DAYS_LEFT[0]):
        until = membership.until_day
        if until is None:
            continue
        left = min(days for days in DAYS_LEFT if (until - day).days <= days)
        data = {
            "name": membership.organisation.label(),
            "alliance": membership.alliance.label(),
            "until": until.isoformat(),
        }
        people = [*people_of([membership.organisation_id], "lead"), *secretariat_of([membership.alliance_id])]
        told += tell(
            people, ENDING, data, f"/memberships/{membership.key}", once=f"{ENDING}:{membership.pk}:{until}:{left}"
        )
    return told


def forget_contacts(day: date) -> int:
    """Erase who applied, some time after the decision: name, address, account and private link; the rest stays."""
    before = timezone.now() - CONTACTS_KEPT
    old = Application.objects.filter(decided_at__lt=before, forgotten_at__isnull=True).exclude(state__in=OPEN)
    keys = list(old.values_list("pk", flat=True))
    Remark.objects.filter(application__in=keys, deed__in=("received", "answered", "withdrawn")).update(who="")
    withdrawn = Application.objects.filter(pk__in=keys, state="withdrawn")
    withdrawn.update(decided_by="")
    return Application.objects.filter(pk__in=keys).update(
        contact_name="", contact_address="", user=None, token_hash="", salt="", forgotten_at=timezone.now()
    )
