"""Whose account is whose."""

from guildbook.accounts.models import User
from guildbook.accounts.models.user import NAME_LENGTH
from guildbook.accounts.rules import RESERVED, tidy_name


def name_of(user: User) -> str:
    """The name others see; allauth asks for it by the name of this function."""
    return user.get_full_name()


def is_taken(name: str, but: User | None = None) -> bool:
    """Whether somebody else is known by this name: in the history two people must not look like one."""
    if name.casefold() in RESERVED:
        return True
    others = User.objects.exclude(pk=but.pk) if but is not None else User.objects.all()
    return others.filter(shown_name__iexact=name).exists() or others.filter(username__iexact=name).exists()


def free_name(name: str) -> str:
    """The name in order, or with the first number that makes it nobody else's; empty stays empty."""
    name = tidy_name(name)
    wanted, number = name[:NAME_LENGTH], 1
    while wanted and is_taken(wanted):
        number += 1
        wanted = f"{name[: NAME_LENGTH - 6]} ({number})"
    return wanted
