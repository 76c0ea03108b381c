"""Whom an agreement's steps are told to."""

from collections.abc import Iterable
from typing import Any

from guildbook.accounts.models import User
from guildbook.agreements.models import Agreement
from guildbook.agreements.queries import keepers_of, leads_of
from guildbook.notices.actions import tell


def data_of(agreement: Agreement, **more: Any) -> dict[str, Any]:
    """What a notice of an agreement keeps: its title in its languages, and what else the sentence needs."""
    return {"title": dict(agreement.title), **more}


def tell_parties(agreement: Agreement, parties: Iterable[Any], kind: str, *, once: str = "", **more: Any) -> int:
    """Tell the people who sign for these parties; with `once`, each of them only once for this agreement and kind."""
    return tell_people(agreement, leads_of(parties), kind, once=once, **more)


def tell_keepers(agreement: Agreement, kind: str, **more: Any) -> int:
    """Tell the people who keep the agreement."""
    return tell_people(agreement, keepers_of(agreement), kind, **more)


def tell_people(agreement: Agreement, people: Iterable[User], kind: str, *, once: str = "", **more: Any) -> int:
    """Tell these people of something about an agreement, leading to its page."""
    key = f"{kind}:{agreement.key}:{once}" if once else ""
    return tell(people, kind, data_of(agreement, **more), f"/agreements/{agreement.key}", once=key)
