"""Keeping a standard: its items numbered once, each with an identifier that stays, its versions named once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.standards.actions.carrying import follow
from guildbook.standards.models import Standard, StandardItem, StandardVersion
from guildbook.standards.outlines.lines import parent_of
from guildbook.standards.queries import visible_alignments
from guildbook.standards.queries.items import aligned_versions


@transaction.atomic
def save_standard(actor: Actor, draft: Draft, why: str) -> Standard:
    """Keep a standard; alignments follow: matches of changed items are to be reviewed, new versions inherit others."""
    versions: list[StandardVersion] = draft.rows.get("versions", [])  # type: ignore[assignment]  # rows by their name
    items: list[StandardItem] = draft.rows.get("items", [])  # type: ignore[assignment]  # the same
    held = list(StandardItem.objects.filter(standard_id=draft.record.pk)) if draft.record.pk else []
    faults = [*_of_versions(draft, versions), *_still_needed(actor, draft, versions), *_of_items(versions, items)]
    if faults:
        raise DocumentError(faults)
    _identify(draft.record.key, items, held)
    standard: Standard = keep(actor, draft, why)
    follow(actor, standard, versions, held, items)
    return standard


def _of_versions(draft: Draft, versions: Sequence[StandardVersion]) -> Iterable[Fault]:
    names = [version.name for version in versions]
    for position, version in enumerate(versions, 1):
        if version.name in names[: position - 1]:
            yield Fault(f"versions.{position}.name", _("there is a version of this name already"))
        of = version.localised_from
        if of is not None and of.key == draft.record.key:
            yield Fault(f"versions.{position}.localised_from", _("leave this empty for a version of the same standard"))
        elif of is not None:
            known = list(of.versions.values_list("name", flat=True))
            if version.localises not in known:
                message = _("“%(key)s” has no version “%(name)s”; it has %(known)s")
                said = {"key": of.key, "name": version.localises, "known": ", ".join(known) or _("none")}
                yield Fault(f"versions.{position}.localises", message % said)
        elif version.localises and (version.localises not in names or version.localises == version.name):
            message = _("this must be the name of another version; there are %(known)s")
            yield Fault(f"versions.{position}.localises", message % {"known": ", ".join(names)})


def _still_needed(actor: Actor, draft: Draft, versions: Sequence[StandardVersion]) -> Iterable[Fault]:
    """Versions that alignments speak of stay; an alignment without its version would say nothing."""
    names = {version.name for version in versions}
    aligned = aligned_versions(draft.record.pk) if draft.record.pk else {}
    for name, key in aligned.items():
        if name not in names:
            message = _("the version “%(name)s” may not be taken out: the alignment “%(key)s” speaks of it")
            if not visible_alignments(actor).filter(key=key).exists():
                message = _("the version “%(name)s” may not be taken out: an alignment speaks of it")
            yield Fault("versions", message % {"name": name, "key": key})


def _of_items(versions: Sequence[StandardVersion], items: Sequence[StandardItem]) -> Iterable[Fault]:
    names = [version.name for version in versions]
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    identifiers: dict[str, int] = {}
    for position, item in enumerate(items, 1):
        where = f"items.{position}"
        if item.version not in names:
            message = _("there is no version “%(name)s”; there are %(known)s")
            said = {"name": item.version, "known": ", ".join(names) or _("none")}
            yield Fault(f"{where}.version", message % said)
        if item.number in numbers[item.version]:
            message = _("version %(version)s has the number %(number)s already, as item %(n)s")
            said = {"version": item.version, "number": item.number, "n": str(numbers[item.version][item.number])}
            yield Fault(f"{where}.number", message % said)
        if not item.text.strip():
            yield Fault(f"{where}.text", _("an item needs a text"))
        if item.identifier and item.identifier in identifiers:
            message = _("the identifier belongs to item %(n)s already")
            yield Fault(f"{where}.identifier", message % {"n": identifiers[item.identifier]})
        numbers[item.version].setdefault(item.number, position)
        identifiers.setdefault(item.identifier, position)
    yield from _of_parents(items, numbers)


def _of_parents(items: Sequence[StandardItem], numbers: dict[str, dict[str, int]]) -> Iterable[Fault]:
    """Fill in the numbers that items are part of, and refuse circles and numbers that are not there."""
    parents: dict[tuple[str, str], str] = {}
    for position, item in enumerate(items, 1):
        known = numbers[item.version]
        if not item.parent:
            item.parent = parent_of(item.number, known)
        elif item.parent not in known:
            message = _("version %(version)s has no item %(number)s")
            yield Fault(f"items.{position}.parent", message % {"version": item.version, "number": item.parent})
        parents[item.version, item.number] = item.parent
    for position, item in enumerate(items, 1):
        above, steps = item.parent, 0
        while above and above != item.number and steps < len(items):
            above, steps = parents.get((item.version, above), ""), steps + 1
        if above == item.number:
            yield Fault(f"items.{position}.parent", _("an item cannot be part of itself"))


def _identify(key: str, items: Sequence[StandardItem], held: Sequence[StandardItem]) -> None:
    """Give every item an identifier: the one it has had under its number or with its text, else a new one."""
    taken = {item.identifier for item in items if item.identifier}
    by_number = {(item.version, item.number): item.identifier for item in held}
    by_text = {(item.version, item.text): item.identifier for item in held}
    for known in (by_text, by_number):
        for item in items:
            found = known.get((item.version, item.text if known is by_text else item.number), "")
            if not item.identifier and found and found not in taken:
                item.identifier = found
                taken.add(found)
    taken |= {item.identifier for item in held}
    for item in items:
        # Made of what it says, so that two books that load one file agree; salted where that is taken.
        salt = 0
        while not item.identifier:
            said = f"{key}\0{item.version}\0{item.number}\0{item.text}\0{salt}"
            made = "i" + hashlib.sha256(said.encode()).hexdigest()[:11]
            salt += 1
            if made not in taken:
                item.identifier = made
                taken.add(made)
