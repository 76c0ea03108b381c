"""The things a question is asked about: units an organisation is a partner of, programmes it delivers."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from guildbook.kit.models import Status
from guildbook.kit.queries import in_effect
from guildbook.programmes.models import Programme
from guildbook.rounds.models import About, Capacity
from guildbook.units.models.unit import UnitPartner, UnitStateKind


class Thing(NamedTuple):
    """A unit or programme, and what the organisation is to it."""

    kind: str
    key: str
    label: Mapping[str, str]
    capacity: str


Things = Mapping[int, list[Thing]]
# A partner may have several roles: the first of these counts.
_RANK = tuple(Capacity.values)


def things_of(organisations: Collection[int] | None, abouts: Collection[str]) -> Things:
    """What these organisations (all, for None) are asked about, by primary key; one query per kind of thing."""
    found: dict[int, dict[tuple[str, str], Thing]] = defaultdict(dict)
    if About.UNIT in abouts:
        for organisation, thing in _units(organisations):
            held = found[organisation].get(thing[:2])
            if held is None or _RANK.index(thing.capacity) < _RANK.index(held.capacity):
                found[organisation][thing[:2]] = thing
    if About.PROGRAMME in abouts:
        for organisation, thing in _programmes(organisations):
            found[organisation][thing[:2]] = thing
    return {organisation: sorted(things.values(), key=lambda one: one[:2]) for organisation, things in found.items()}


def _units(organisations: Collection[int] | None) -> list[tuple[int, Thing]]:
    partners = UnitPartner.objects.filter(in_effect(timezone.localdate()), unit__status=Status.PUBLISHED)
    partners = partners.exclude(unit__state__in=(UnitStateKind.CLOSED, UnitStateKind.PLANNED)).order_by("unit__key")
    if organisations is not None:
        partners = partners.filter(organisation__in=organisations)
    rows = partners.values_list("organisation", "unit__key", "unit__names", "role")
    return [(organisation, Thing(About.UNIT, key, names, role)) for organisation, key, names, role in rows]


def _programmes(organisations: Collection[int] | None) -> list[tuple[int, Thing]]:
    day = timezone.localdate()
    held = Programme.objects.filter(in_effect(day), ~Q(organisation=None), status=Status.PUBLISHED).order_by("key")
    if organisations is not None:
        held = held.filter(organisation__in=organisations)
    rows = held.values_list("organisation", "key", "title")
    return [(int(one or 0), Thing(About.PROGRAMME, key, title, Capacity.DELIVERS)) for one, key, title in rows]
