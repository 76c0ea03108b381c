"""What a person has been told."""

from django.db.models import F, QuerySet

from guildbook.notices.models import Notice
from guildbook.notices.registry import kind_named


def notices_of(user: int) -> QuerySet[Notice]:
    """A person's notices, unread first, newest first."""
    return Notice.objects.filter(user=user).order_by(F("read_at").asc(nulls_first=True), "-at", "-pk")


def notice_of(user: int, pk: int) -> Notice | None:
    """One notice of that person; another's does not exist for them."""
    return Notice.objects.filter(user=user, pk=pk).first()


def unread_count(user: int) -> int:
    """How many notices the person has not looked at."""
    return Notice.objects.filter(user=user, read_at__isnull=True).count()


def said(notice: Notice) -> str:
    """A notice as a sentence in the active language; empty for a kind that this version does not know."""
    kind = kind_named(notice.kind)
    return kind.text(notice.data) if kind else ""
