"""Daily duties: what the background process looks for every day, offered by the areas when they start."""

from collections.abc import Callable
from datetime import date

Duty = Callable[[date], int]
_duties: dict[str, Duty] = {}


def offer_reminder(find: Duty) -> None:
    """Have a function called once every day with that day; it returns how many people it reminded, or things it did.

    It must be idempotent for a day: after a failure half way it is called again (`once` of `tell` helps).
    """
    _duties[f"{find.__module__}.{find.__qualname__}"] = find


def daily_duties() -> dict[str, Duty]:
    """The duties by name, in the order they were offered."""
    return dict(_duties)
