"""Telling people: a notice on screen, and where they want it a letter; letters to addresses without an account."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from guildbook.accounts.models import User
from guildbook.notices.letters import absolute, signed, with_ways_out
from guildbook.notices.models import Letter, Notice
from guildbook.notices.queries import language_of, settings_of
from guildbook.notices.registry import NoticeKind, kind_named
from guildbook.notices.rules import mailed_at_once

LONGEST_SUBJECT = 200
# People told with one set of queries.
AT_ONCE = 500


def tell(users: Iterable[User], kind: str, data: Mapping[str, Any], url: str, *, once: str = "") -> int:
    """Tell people of something, in one transaction with what caused it; returns how many were told.

    `kind` was offered to the registry; `data` is JSON (names as language maps), made into a sentence when it is read;
    `url` is the page it leads to, on this site. With `once`, whoever was told under that key before is left out.
    """
    offered = kind_named(kind)
    if offered is None:
        raise LookupError(f"no area offered the kind of notice “{kind}”")
    wanted = list({user.pk: user for user in users if user.is_active}.values())
    with transaction.atomic():
        return sum(
            _tell_some(wanted[start : start + AT_ONCE], offered, data, url, once)
            for start in range(0, len(wanted), AT_ONCE)
        )


def _tell_some(users: Sequence[User], kind: NoticeKind, data: Mapping[str, Any], url: str, once: str) -> int:
    """Tell so many people that one query asks after all of them."""
    if once:
        told = set(Notice.objects.filter(user__in=users, once=once).values_list("user", flat=True))
        users = [user for user in users if user.pk not in told]
    settings = settings_of(users)
    now = timezone.now()
    direct = [user for user in users if user.email and mailed_at_once(settings[user.pk], kind.name, urgent=kind.urgent)]
    told_by_letter = {user.pk for user in direct}
    notices = [
        Notice(
            user=user,
            kind=kind.name,
            data=dict(data),
            url=url,
            once=once,
            mailed_at=now if user.pk in told_by_letter else None,
        )
        for user in users
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=bool(once))
    words: dict[str, str] = {}
    letters = []
    for user in direct:
        language = language_of(user)
        with translation.override(language):
            words.setdefault(language, f"{kind.text(data)}\n{absolute(url)}")
            text = with_ways_out(words[language], settings[user.pk])
            letters.append(_letter(user.email, language, str(kind.subject), text, user))
    Letter.objects.bulk_create(letters)
    return len(notices)


def write_letter(address: str, language: str, subject: str, text: str, *, once: str = "") -> None:
    """Write to an address that needs no account; kept now, sent after the transaction, tried again when that fails.

    The subject holds no personal data. Raises ValidationError for what is no address.
    """
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(_("This is no e-mail address.")) from error
    if once and Letter.objects.filter(address=address, once=once).exists():
        return
    with translation.override(language):
        _letter(address, language, subject, signed(text), None, once).save()


def _letter(address: str, language: str, subject: str, text: str, user: User | None, once: str = "") -> Letter:
    """A letter as the outbox takes it."""
    return Letter(
        address=address,
        language=language,
        subject=" ".join(subject.split())[:LONGEST_SUBJECT],
        text=text,
        user=user,
        next_try=timezone.now(),
        once=once,
    )


def write_to(user: User, language: str, subject: str, text: str) -> None:
    """Put a letter to somebody with an account into the outbox."""
    _letter(user.email, language, subject, text, user).save()


def mark_read(user: int, pk: int | None = None) -> int:
    """Note that a person saw one of their notices, or all of them; returns how many were new to them."""
    unread = Notice.objects.filter(user=user, read_at__isnull=True)
    if pk is not None:
        unread = unread.filter(pk=pk)
    return unread.update(read_at=timezone.now())
