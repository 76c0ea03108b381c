"""How a person wants to be told."""

import secrets
from collections.abc import Sequence

from django.conf import settings

from guildbook.accounts.models import User
from guildbook.notices.models import MailSetting


def setting_of(user: User) -> MailSetting:
    """The person's setting; whoever never chose gets one letter a day."""
    # A word nobody can guess and that says nothing of the person it stands for.
    held, __ = MailSetting.objects.get_or_create(user=user, defaults={"token": secrets.token_urlsafe(24)})
    return held


def settings_of(users: Sequence[User]) -> dict[int, MailSetting]:
    """The settings of many people, by their primary key; two queries at most."""
    held = {each.user_id: each for each in MailSetting.objects.filter(user__in=users)}
    lacking = [MailSetting(user=user, token=secrets.token_urlsafe(24)) for user in users if user.pk not in held]
    if lacking:
        MailSetting.objects.bulk_create(lacking, ignore_conflicts=True)
        held = {each.user_id: each for each in MailSetting.objects.filter(user__in=users)}
    return held


def setting_by_token(token: str) -> MailSetting | None:
    """The setting an unsubscribing link stands for."""
    return MailSetting.objects.filter(token=token).first()


def language_of(user: User) -> str:
    """The interface language the person's letters are written in."""
    asked = getattr(user, "language", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
