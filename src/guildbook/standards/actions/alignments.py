"""Keeping an alignment: its matches name items that are there, and say who decided and on which texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.standards.models import Alignment, AlignmentMatch, Standard, StandardItem
from guildbook.standards.models.alignment import AlignmentState, MatchState
from guildbook.standards.queries.items import hash_of

Items = Mapping[str, StandardItem]


def save_alignment(actor: Actor, draft: Draft, why: str, *, permitted: bool = False) -> Alignment:
    """Keep an alignment; a confirmed match whose texts changed since is to be reviewed, whoever saves it.

    `permitted`: the alignment follows a standard that the actor may change.
    """
    record: Alignment = draft.record  # type: ignore[assignment]  # drafts hold any record
    matches: list[AlignmentMatch] = draft.rows.get("matches", [])  # type: ignore[assignment]  # rows by their name
    faults: list[Fault] = []
    if record.from_standard == record.to_standard and record.from_version == record.to_version:
        faults.append(Fault("to_version", _("a version cannot be aligned with itself")))
    first = _items(record.from_standard, record.from_version, "from_version", faults)
    second = _items(record.to_standard, record.to_version, "to_version", faults)
    if not faults:
        faults.extend(_of_matches(matches, first, second))
    if faults:
        raise DocumentError(faults)
    for match in matches:
        _judge(match, first, second)
    record.from_items, record.to_items = len(first), len(second)
    confirmed = [match for match in matches if match.state == MatchState.CONFIRMED]
    record.from_covered = len({match.from_item for match in confirmed})
    record.to_covered = len({match.to_item for match in confirmed})
    if any(match.state == MatchState.TO_REVIEW for match in matches) or (
        record.state == AlignmentState.PROPOSED and confirmed
    ):
        record.state = AlignmentState.IN_REVIEW
    alignment: Alignment = keep(actor, draft, why, permitted=permitted)
    return alignment


def _items(standard: Standard, version: str, where: str, faults: list[Fault]) -> Items:
    names = [held.name for held in standard.versions.all()]
    if version not in names:
        message = _("“%(key)s” has no version “%(name)s”; it has %(known)s")
        known = ", ".join(names) or _("none")
        faults.append(Fault(where, message % {"key": standard.key, "name": version, "known": known}))
    return {item.identifier: item for item in standard.items.filter(version=version)}


def _of_matches(matches: Sequence[AlignmentMatch], first: Items, second: Items) -> Iterable[Fault]:
    """Items may be named by number; what is to be reviewed may name items that are no longer there."""
    numbers = [{item.number: key for key, item in items.items()} for items in (first, second)]
    pairs: dict[tuple[str, str], int] = {}
    for position, match in enumerate(matches, 1):
        where = f"matches.{position}"
        for name, items, known in (("from_item", first, numbers[0]), ("to_item", second, numbers[1])):
            said = getattr(match, name)
            if said not in items and said in known:
                setattr(match, name, known[said])
            elif said not in items and match.state == MatchState.CONFIRMED and match.texts:
                match.state = MatchState.TO_REVIEW
            elif said not in items and match.state == MatchState.CONFIRMED:
                yield Fault(f"{where}.{name}", _("there is no item “%(name)s” in this version") % {"name": said})
        pair = (match.from_item, match.to_item)
        if pair in pairs:
            yield Fault(where, _("these two items stand together in match %(n)s already") % {"n": pairs[pair]})
        pairs.setdefault(pair, position)
        if match.score is not None and not 0 <= match.score <= 1:
            yield Fault(f"{where}.score", _("a score lies between 0 and 1"))
        if match.state == MatchState.CONFIRMED and not match.confirmed_by.strip():
            yield Fault(f"{where}.confirmed_by", _("say who confirmed this match"))


def _judge(match: AlignmentMatch, first: Items, second: Items) -> None:
    """Remember what the items read; a confirmation of other texts than these is one to be reviewed."""
    if match.from_item not in first or match.to_item not in second:
        return
    texts = hash_of(first[match.from_item].text, second[match.to_item].text)
    if not match.texts:
        match.texts = texts
    elif match.texts != texts and match.state == MatchState.CONFIRMED:
        match.state = MatchState.TO_REVIEW
