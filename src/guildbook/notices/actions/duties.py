"""The daily duties: done once for a day, whichever process comes first, and again when they failed."""

import logging
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from guildbook.notices.models import DutyDone, Letter, LetterState, Notice
from guildbook.notices.reminders import daily_duties

LOG = logging.getLogger(__name__)
# Addresses of letters that left, or never will, are kept no longer than somebody may ask what became of them.
LETTERS_KEPT, NOTICES_KEPT = timedelta(days=90), timedelta(days=730)


def run_duties(day: date) -> dict[str, int]:
    """Do what is to be done on a day and was not yet; returns by duty how many were reminded.

    A duty that fails is told in the log, hinders no other, and is tried again at the next call.
    """
    done: dict[str, int] = {}
    for name, duty in daily_duties().items():
        if DutyDone.objects.filter(name=name, day=day).exists():
            continue
        try:
            with transaction.atomic():
                __, first = DutyDone.objects.get_or_create(name=name, day=day)
                if not first:  # another process was quicker
                    continue
                done[name] = duty(day)
                DutyDone.objects.filter(name=name, day=day).update(reminded=done[name])
        except Exception:
            LOG.exception("the daily duty %s failed and will be tried again", name)
    return done


def forget_old(day: date) -> int:
    """Erase letters and read notices that nobody needs any more; a daily duty itself."""
    now = timezone.now()
    letters = Letter.objects.filter(state__in=(LetterState.SENT, LetterState.GIVEN_UP), at__lt=now - LETTERS_KEPT)
    notices = Notice.objects.filter(read_at__lt=now - NOTICES_KEPT)
    gone = letters.delete()[0] + notices.delete()[0]
    DutyDone.objects.filter(day__lt=day - NOTICES_KEPT).delete()
    return gone
