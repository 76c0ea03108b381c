"""Digests: what a person was not told yet, in one letter, in their language, at the hour they chose."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.accounts.models import User
from guildbook.kit.format import number_text
from guildbook.notices.actions.telling import write_to
from guildbook.notices.letters import absolute, with_ways_out
from guildbook.notices.models import MailSetting, Notice, Rhythm
from guildbook.notices.queries import language_of, said, setting_of
from guildbook.notices.registry import kind_named
from guildbook.notices.rules import last_digest_time

# A letter longer than this is not read; the rest waits on the page of notices.
MOST_LINES = 40


def write_digests(now: datetime | None = None) -> int:
    """Write every digest that is due; returns how many. Two processes at once write each one once."""
    moment = now or timezone.now()
    waiting = Notice.objects.filter(mailed_at__isnull=True).order_by().values("user").distinct()
    return sum(_write_one(user, moment) for user in User.objects.filter(pk__in=waiting))


def _write_one(user: User, now: datetime) -> int:
    setting_of(user)
    with transaction.atomic():
        setting = MailSetting.objects.select_for_update().get(user=user)
        fresh = Notice.objects.filter(user=user, mailed_at__isnull=True).order_by("at", "pk")
        due = last_digest_time(setting, now)
        if due is None or not user.email or not user.is_active:
            if setting.rhythm != Rhythm.AT_ONCE or not user.email:
                fresh.update(mailed_at=now)  # nobody wants it mailed: settled without a letter
            return 0
        if (setting.last_digest_at and setting.last_digest_at >= due) or not fresh.filter(at__lte=due).exists():
            return 0
        wanted = [notice for notice in fresh if notice.read_at is None and notice.kind not in setting.muted]
        fresh.update(mailed_at=now)
        if not wanted:
            return 0
        setting.last_digest_at = now
        setting.save(update_fields=["last_digest_at"])
        language = language_of(user)
        with translation.override(language):
            text = with_ways_out(_words(wanted), setting)
            write_to(user, language, _("What is new for you in Guildbook"), text)
    return 1


def _words(notices: list[Notice]) -> str:
    """A line or two for each notice, oldest first."""
    lines = []
    for notice in notices[:MOST_LINES]:
        kind = kind_named(notice.kind)
        label = str(kind.label) if kind else ""
        lines.append("\n".join(part for part in (f"* {said(notice) or label}", absolute(notice.url)) if part))
    more = len(notices) - MOST_LINES
    if more > 0:
        words = ngettext("and %(n)s more: %(url)s", "and %(n)s more: %(url)s", more)
        lines.append(words % {"n": number_text(more), "url": absolute("/notices/")})
    return "\n\n".join(lines)
