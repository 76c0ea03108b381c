"""Kinds of notice: what each area has to tell, offered when it starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guildbook.kit.record_types import Label


@dataclass(frozen=True)
class NoticeKind:
    """One kind of notice.

    `label` is what the settings page calls it, `subject` the subject line of a letter: fixed words without data.
    `text` makes a sentence or two from the kept data, in the language that is active; `urgent` goes out at once.
    """

    name: str
    label: Label
    subject: Label
    text: Callable[[Mapping[str, Any]], str]
    urgent: bool = False


_kinds: dict[str, NoticeKind] = {}


def offer_kind(*kinds: NoticeKind) -> None:
    """Enter kinds of notice; called in an area's `ready`."""
    for kind in kinds:
        _kinds[kind.name] = kind


def notice_kinds() -> tuple[NoticeKind, ...]:
    """All kinds, in the order their areas were started."""
    return tuple(_kinds.values())


def kind_named(name: str) -> NoticeKind | None:
    """The kind called so; None for one that an older version told of."""
    return _kinds.get(name)
