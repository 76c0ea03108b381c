"""What is brought to mind every day: agreements that end soon, and parties that have not answered."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied

from guildbook.agreements.actions.telling import tell_keepers, tell_parties
from guildbook.agreements.models import Agreement
from guildbook.agreements.models.agreement import AgreementState
from guildbook.agreements.rules import RUNNING, may_keep_agreement, newest, open_parties, state_on
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Status

# Days before the end, and after the texts were sent; of marks passed at once only the nearest is told.
BEFORE_THE_END = (30, 90, 180)
WITHOUT_ANSWER = (28, 14)


def remind_of_ends(day: date) -> int:
    """Tell the parties and keepers of agreements that end within 180, 90 and 30 days; each once for each."""
    told = 0
    soon = Agreement.objects.filter(until_day__gte=day, until_day__lte=day + timedelta(days=max(BEFORE_THE_END)))
    soon = soon.exclude(status=Status.WITHDRAWN).exclude(state__in=(AgreementState.DRAFT, AgreementState.CIRCULATED))
    for agreement in soon.prefetch_related("parties").order_by("pk"):
        end = last_day(agreement.until)
        if end is None or state_on(agreement, day) not in (*RUNNING, AgreementState.AMENDED):
            continue
        mark = next(mark for mark in BEFORE_THE_END if (end - day).days <= mark)
        once, more = f"{end}:{mark}", {"day": end.isoformat()}
        told += tell_parties(agreement, agreement.parties.all(), "agreement-expiring", once=once, **more)
        told += tell_keepers(agreement, "agreement-expiring", once=once, **more)
    return told


def remind_of_answers(day: date) -> int:
    """Tell parties that have had a text for 14 and 28 days and have neither signed nor declined; each once for each."""
    told = 0
    sent = Agreement.objects.filter(state=AgreementState.CIRCULATED).exclude(status=Status.WITHDRAWN)
    for agreement in sent.prefetch_related("parties", "versions").order_by("pk"):
        texts = [version for version in newest(agreement.versions.all()) if version.circulated]
        since = last_day(texts[0].circulated) if texts else None
        if since is None or (day - since).days < min(WITHOUT_ANSWER):
            continue
        mark = next(mark for mark in WITHOUT_ANSWER if (day - since).days >= mark)
        waiting = open_parties(agreement.parties.all())
        told += tell_parties(agreement, waiting, "agreement-waiting", once=f"{texts[0].number}:{mark}")
    return told


def ask_again(actor: Actor, agreement: Agreement, day: date) -> int:
    """Tell the parties that have not answered, each once a day at most; returns how many people were told."""
    if not may_keep_agreement(actor, agreement):
        raise PermissionDenied(str(NOT_YOURS))
    if agreement.state != AgreementState.CIRCULATED:
        return 0
    waiting = open_parties(agreement.parties.all())
    return tell_parties(agreement, waiting, "agreement-waiting", once=day.isoformat())
