"""What alignments do when a standard changes: changed items are flagged, new versions inherit what still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from guildbook.kit.actions import stored
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import type_of
from guildbook.standards.actions.alignments import save_alignment
from guildbook.standards.models import Alignment, AlignmentMatch, Standard, StandardItem, StandardVersion
from guildbook.standards.models.alignment import AlignmentState, MatchState
from guildbook.standards.outlines.changes import steps
from guildbook.standards.queries.items import hash_of

LONGEST_KEY = 120


def follow(
    actor: Actor,
    standard: Standard,
    versions: Sequence[StandardVersion],
    held: Sequence[StandardItem],
    items: Sequence[StandardItem],
) -> None:
    """Bring the alignments of a standard up to its items as they are now."""
    before, after = _texts(held), _texts(items)
    changed = {name for name in {*before, *after} if before.get(name, {}) != after.get(name, {})}
    for alignment in Alignment.objects.filter(_of(standard, changed)):
        draft = stored(type_of(alignment), alignment)
        save_alignment(actor, draft, _("the items of %(name)s changed") % {"name": standard.key}, permitted=True)
    for version in versions:
        earlier = predecessor(version, versions)
        if version.name in after and version.name not in before and earlier is not None and earlier.name in after:
            _inherit(actor, standard, earlier.name, version.name, items)


def _texts(items: Iterable[StandardItem]) -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for item in items:
        texts.setdefault(item.version, {})[item.identifier] = item.text
    return texts


def _of(standard: Standard, versions: Iterable[str]) -> Q:
    names = list(versions)
    return Q(from_standard=standard.pk, from_version__in=names) | Q(to_standard=standard.pk, to_version__in=names)


def predecessor(version: StandardVersion, versions: Sequence[StandardVersion]) -> StandardVersion | None:
    """The version before this one in its language: an original's last original, a localised one's last localised."""
    place = list(versions).index(version)
    alike = [
        other
        for other in versions[:place]
        if other.language == version.language and bool(other.localises) == bool(version.localises)
    ]
    return alike[-1] if alike else None


def _inherit(actor: Actor, standard: Standard, earlier: str, version: str, items: Sequence[StandardItem]) -> None:
    """Carry the alignments of an earlier version over to a new one."""
    old = [item for item in items if item.version == earlier]
    new = [item for item in items if item.version == version]
    found = steps(old, new)
    became = {
        old[step.before].identifier: (new[step.after], step.how)
        for step in found
        if step.before is not None and step.after is not None
    }
    of = _of(standard, [earlier])
    for alignment in Alignment.objects.filter(of).exclude(status__in=[Status.WITHDRAWN, Status.SUPERSEDED]):
        draft = stored(type_of(alignment), alignment)
        matches: list[AlignmentMatch] = draft.rows["matches"]  # type: ignore[assignment]  # rows by their name
        forward = alignment.from_standard_id == standard.pk and alignment.from_version == earlier
        # One with a version of its own standard, an original with its localisation, is carried on by that side only.
        name = ("from_item", "from_version") if forward else ("to_item", "to_version")
        other = (
            StandardItem.objects.filter(standard=alignment.to_standard_id, version=alignment.to_version)
            if forward
            else StandardItem.objects.filter(standard=alignment.from_standard_id, version=alignment.from_version)
        )
        across = dict(other.values_list("identifier", "text"))
        carried = [_carried(match, became, across, name[0], alignment.key) for match in matches]
        kept = [match for match in carried if match is not None]
        if not kept:
            continue
        made = _copy(alignment, name[1], version)
        if made is not None:
            said = _("carried over from version %(earlier)s to version %(version)s")
            why = said % {"earlier": earlier, "version": version}
            save_alignment(actor, Draft(made, {"matches": list(kept)}), why, permitted=True)


def _carried(
    match: AlignmentMatch,
    became: Mapping[str, tuple[StandardItem, str]],
    across: Mapping[str, str],
    side: str,
    key: str,
) -> AlignmentMatch | None:
    """A match as it stands for the new version; None where its item was dropped, or nothing was confirmed."""
    new = became.get(getattr(match, side))
    if new is None or match.state == MatchState.REJECTED:
        return None
    item, how = new
    other = across.get(match.to_item if side == "from_item" else match.from_item)
    texts = match.texts
    if how == "same" and match.state == MatchState.CONFIRMED and other is not None:
        # Only case, width or punctuation may differ: what was confirmed is confirmed of this text too.
        texts = hash_of(item.text, other) if side == "from_item" else hash_of(other, item.text)
    made = AlignmentMatch(
        relation=match.relation,
        state=match.state if how == "same" else MatchState.TO_REVIEW,
        score=match.score,
        confirmed_by=match.confirmed_by,
        organisation=match.organisation,
        confirmed_on=match.confirmed_on,
        texts=texts,
        carried_from=key,
        note=match.note,
        from_item=match.from_item,
        to_item=match.to_item,
    )
    setattr(made, side, item.identifier)
    return made


def _copy(alignment: Alignment, side: str, version: str) -> Alignment | None:
    """The new alignment's record; None where the two versions are aligned already."""
    made = Alignment(
        from_standard=alignment.from_standard,
        from_version=alignment.from_version,
        to_standard=alignment.to_standard,
        to_version=alignment.to_version,
        state=AlignmentState.IN_REVIEW,
        status=alignment.status,
        steward=alignment.steward,
    )
    setattr(made, side, version)
    same = Alignment.objects.filter(
        from_standard=made.from_standard,
        from_version=made.from_version,
        to_standard=made.to_standard,
        to_version=made.to_version,
    )
    if same.exists():
        return None
    made.key = free_key(f"{alignment.key}-{slugify(version) or 'new'}")
    return made


def free_key(wanted: str) -> str:
    """A key no alignment has yet: the one wanted, else with a number."""
    stem = wanted[: LONGEST_KEY - 5].strip("-")
    taken = set(Alignment.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for n in range(1, len(taken) + 3) if (key := stem if n == 1 else f"{stem}-{n}") not in taken)
