"""Telling people: a notice on screen, and where they want it a letter; letters to addresses without an account."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from guildbook.accounts.models import User
from guildbook.notices.letters import absolute, signed, with_ways_out
from guildbook.notices.models import Letter, Notice
from guildbook.notices.queries import language_of, setting_of
from guildbook.notices.registry import NoticeKind, kind_named
from guildbook.notices.rules import mailed_at_once

LONGEST_SUBJECT = 200


def tell(users: Iterable[User], kind: str, data: Mapping[str, Any], url: str, *, once: str = "") -> int:
    """Tell people of something, in one transaction with what caused it; returns how many were told.

    `kind` was offered to the registry; `data` is JSON (names as language maps), made into a sentence when it is read;
    `url` is the page it leads to, on this site. With `once`, whoever was told under that key before is left out.
    """
    offered = kind_named(kind)
    if offered is None:
        raise LookupError(f"no area offered the kind of notice “{kind}”")
    told = 0
    with transaction.atomic():
        for user in {user.pk: user for user in users if user.is_active}.values():
            told += _tell_one(user, offered, data, url, once)
    return told


def _tell_one(user: User, kind: NoticeKind, data: Mapping[str, Any], url: str, once: str) -> int:
    held = {"kind": kind.name, "data": dict(data), "url": url}
    if once:
        notice, made = Notice.objects.get_or_create(user=user, once=once, defaults=held)
        if not made:
            return 0
    else:
        notice = Notice.objects.create(user=user, **held)
    setting = setting_of(user)
    if user.email and mailed_at_once(setting, kind.name, urgent=kind.urgent):
        with translation.override(language_of(user)):
            text = with_ways_out(f"{kind.text(data)}\n{absolute(url)}", setting)
            _keep(user.email, language_of(user), str(kind.subject), text, user=user, once=f"notice:{notice.pk}")
        Notice.objects.filter(pk=notice.pk).update(mailed_at=timezone.now())
    return 1


def write_letter(address: str, language: str, subject: str, text: str, *, once: str = "") -> None:
    """Write to an address that needs no account; kept now, sent after the transaction, tried again when that fails.

    The subject holds no personal data. Raises ValidationError for what is no address.
    """
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(_("This is no e-mail address.")) from error
    with translation.override(language):
        _keep(address, language, subject, signed(text), user=None, once=once)


def _keep(address: str, language: str, subject: str, text: str, *, user: User | None, once: str) -> None:
    """Put a letter into the outbox; one with a key that the address had before is not written again."""
    held = {
        "language": language,
        "subject": " ".join(subject.split())[:LONGEST_SUBJECT],
        "text": text,
        "user": user,
        "next_try": timezone.now(),
    }
    if once:
        Letter.objects.get_or_create(address=address, once=once, defaults=held)
    else:
        Letter.objects.create(address=address, **held)


def mark_read(user: int, pk: int | None = None) -> int:
    """Note that a person saw one of their notices, or all of them; returns how many were new to them."""
    unread = Notice.objects.filter(user=user, read_at__isnull=True)
    if pk is not None:
        unread = unread.filter(pk=pk)
    return unread.update(read_at=timezone.now())
