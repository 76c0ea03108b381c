"""Sending what waits: each letter by one process at a time, tried again when that fails, given up in the end.

A letter is claimed for ten minutes by one conditional update, counted as an attempt before it is sent, and noted as
sent after. A process that dies between sending and noting lets a letter leave twice, with the same Message-ID.
"""

from __future__ import annotations

import hashlib
import logging
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q
from django.utils import timezone

from guildbook.kit.texts import TAGS
from guildbook.notices.letters import site_address, unsubscribe_url
from guildbook.notices.models import Letter, LetterState
from guildbook.notices.queries import setting_of
from guildbook.notices.rules import MOST_ATTEMPTS, pause_after

LOG = logging.getLogger(__name__)
CLAIM = timedelta(minutes=10)
OPEN = (LetterState.WAITING, LetterState.FAILED)
LONGEST_ERROR = 300
# Answers of this kind are final: the address does not exist or does not want it.
_FINAL = range(500, 600)


@dataclass(frozen=True)
class Sent:
    """What became of the letters that were due."""

    sent: int = 0
    failed: int = 0
    given_up: int = 0


def send_due(stop: Callable[[], bool] = lambda: False) -> Sent:
    """Send every letter that is due; ends early when `stop` says so or the server cannot be reached at all."""
    tally = {LetterState.SENT: 0, LetterState.FAILED: 0, LetterState.GIVEN_UP: 0}
    connection: Any = None
    try:
        while not stop():
            letter = _claimed(timezone.now())
            if letter is None:
                break
            reached = connection is not None
            try:
                if connection is None:
                    connection = get_connection()
                    connection.open()
                    reached = True
                _message(letter, connection).send()
            except Exception as error:  # noqa: BLE001 - whatever a server or its library does, the letter is kept
                tally[_failed(letter, error)] += 1
                _close(connection)
                connection = None
                if not reached:  # no use in asking it for every letter
                    break
            else:
                _noted_as_sent(letter)
                tally[LetterState.SENT] += 1
    finally:
        _close(connection)
    return Sent(*tally.values())


def _close(connection: Any) -> None:
    try:
        if connection is not None:
            connection.close()
    except (OSError, smtplib.SMTPException):
        LOG.info("the mail server had hung up already")


def _claimed(now: datetime) -> Letter | None:
    """The next due letter, claimed for this process; None where there is none."""
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lt=now)
    while True:
        due = Letter.objects.filter(free, state__in=OPEN, next_try__lte=now).order_by("next_try", "pk")
        letter = due.first()
        if letter is None:
            return None
        mine = Letter.objects.filter(free, pk=letter.pk, state__in=OPEN, attempts=letter.attempts)
        if mine.update(claimed_until=now + CLAIM, attempts=F("attempts") + 1):
            letter.attempts += 1
            return letter


def _message(letter: Letter, connection: Any) -> EmailMessage:
    headers = {
        "Auto-Submitted": "auto-generated",
        "Content-Language": TAGS.get(letter.language, letter.language),
        "Message-ID": _id_of(letter),
    }
    if letter.user is not None:
        headers["List-Unsubscribe"] = f"<{unsubscribe_url(setting_of(letter.user))}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return EmailMessage(letter.subject, letter.text, None, [letter.address], connection=connection, headers=headers)


def _id_of(letter: Letter) -> str:
    """The same for every attempt, so that whoever gets a letter twice is shown it once."""
    digest = hashlib.sha256(f"{letter.pk} {letter.at.isoformat()} {settings.SECRET_KEY}".encode()).hexdigest()[:32]
    return f"<{digest}@{urlsplit(site_address()).hostname or 'localhost'}>"


def _noted_as_sent(letter: Letter) -> None:
    """Note it, and erase the words: they may hold links that let people in."""
    now = timezone.now()
    Letter.objects.filter(pk=letter.pk).update(
        state=LetterState.SENT, sent_at=now, claimed_until=None, error="", text=""
    )


def _failed(letter: Letter, error: Exception) -> LetterState:
    """Note why, and when to try again; the log names no address."""
    over = letter.attempts >= MOST_ATTEMPTS or _is_final(error)
    state = LetterState.GIVEN_UP if over else LetterState.FAILED
    said = " ".join(f"{type(error).__name__}: {error}".replace(letter.address, "…").split())
    Letter.objects.filter(pk=letter.pk).update(
        state=state,
        error=said[:LONGEST_ERROR],
        claimed_until=None,
        next_try=timezone.now() + pause_after(letter.attempts),
    )
    LOG.warning("letter %s: attempt %s: %s (%s)", letter.pk, letter.attempts, type(error).__name__, state.value)
    return state


def _is_final(error: Exception) -> bool:
    """Whether the server refused the address for good."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code in _FINAL for code, __ in error.recipients.values())


def try_again(letter: Letter) -> None:
    """Have a letter that failed or was given up sent with the next round, its attempts counted anew."""
    open_again = Letter.objects.filter(pk=letter.pk).exclude(state=LetterState.SENT)
    open_again.update(state=LetterState.WAITING, attempts=0, next_try=timezone.now(), error="")
