"""A synthetic book of realistic size, the same for the same seed: made-up colleges, alliances, units and claims.

    python bench/synthetic.py FOLDER [--seed 1]

writes FOLDER/guildbook.sqlite3: 2,000 organisations, 200 alliances, 50,000 memberships, 20,000 programmes, 4,000 units,
3,000 agreements and 100,000 claims from 1,000 sources, every name beginning with “Synthetic”. Two places bear the keys
that the standard indicators name (`china`, `asean`); nothing else about them is real.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ORGANISATIONS, ALLIANCES, MEMBERSHIPS, PROGRAMMES, CLAIMS = 2_000, 200, 50_000, 20_000, 100_000
UNITS, AGREEMENTS, SOURCES, STANDARDS, EVENTS, LINKS = 4_000, 3_000, 1_000, 600, 400, 500
FIRST, LAST = date(2015, 1, 1), date(2024, 12, 31)
SPAN = (LAST - FIRST).days


def build(folder: Path, seed: int = 1) -> Path:
    """Make the book in a folder unless it is there; call it before anything of Django is loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["GUILDBOOK_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildbook.config.settings")
    import django

    django.setup()
    file = folder / "guildbook.sqlite3"
    done = folder / f"synthetic-{seed}"
    if not done.exists():
        file.unlink(missing_ok=True)
        _fill(seed)
        done.touch()
    return file


def _fill(seed: int) -> None:
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    call_command("load", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115 - closed with the process
    with transaction.atomic():
        Book(random.Random(seed)).write()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _add(model: Any, rows: Iterable[Any]) -> list[Any]:
    """Insert instances, prepared as `save` would, in one statement: bulk_create would compile one for every 30 rows."""
    from django.db import connections
    from django.db.models import Max

    connection = connections["default"]  # the connection itself: its proxy costs a quarter of the time
    made = list(rows)
    last = model.objects.aggregate(last=Max("pk"))["last"] or 0
    fields = model._meta.concrete_fields
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    for pk, each in enumerate(made, last + 1):
        each.pk = pk
    table = connection.ops.quote_name(model._meta.db_table)
    values = [[field.get_db_prep_save(field.pre_save(each, add=True), connection) for field in fields] for each in made]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 - names of our own models
    return made


class Book:
    """The rows of the synthetic book, written in the order they refer to each other."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.serial = 0

    def write(self) -> None:
        """Write everything."""
        self.places()
        self.fields()
        self.organisations()
        self.sources()
        self.memberships()
        self.agreements()
        self.units()
        self.programmes()
        self.standards()
        self.events()
        self.plans()
        self.claims()

    def day(self) -> date:
        """A day of the ten years."""
        return FIRST + timedelta(days=self.dice.randrange(SPAN))

    def term(self, dated: float = 0.9, ended: float = 0.15) -> dict[str, str]:
        """A period: most have begun on a known day or year, some have ended."""
        if self.dice.random() > dated:
            return {}
        since = self.day()
        text = since.isoformat() if self.dice.random() < 0.6 else str(since.year)
        if self.dice.random() < ended:
            return {"since": text, "until": str(since.year + self.dice.randrange(1, 9))}
        return {"since": text}

    def status(self) -> str:
        """Most records are published."""
        return self.dice.choices(("published", "draft", "withdrawn"), (96, 3, 1))[0]

    def one(self, things: Sequence[Any], skew: float = 1.6) -> Any:
        """One of them, the first ones oftener: some alliances and colleges are large."""
        return things[int(len(things) * self.dice.random() ** skew)]

    def named(self, what: str) -> dict[str, Any]:
        """Key, search text and status of the next record."""
        self.serial += 1
        key = f"synthetic-{what}-{self.serial:06d}"
        return {"key": key, "search_text": f"{key} synthetic {what}", "status": self.status()}

    def places(self) -> None:
        """Thirty countries, provinces and cities in them, and a group of ten."""
        from guildbook.directory.models import Place

        def place(key: str, kind: str, parent: Any = None) -> Any:
            made = Place(
                key=key,
                kind=kind,
                parent=parent,
                names={"en": f"Synthetic {kind} {key}"},
                search_text=f"synthetic {key}",
            )
            made.save()
            return made

        self.countries = [place("china", "country")] + [place(f"country-{n:02d}", "country") for n in range(2, 31)]
        group = place("asean", "group")
        group.members.set(self.countries[1:11])
        self.cities = []
        for country in self.countries:
            for n in range(1, 5 if country.key == "china" else 3):
                province = place(f"{country.key}-province-{n}", "province", country)
                self.cities += [place(f"{province.key}-city-{m}", "city", province) for m in range(1, 4)]

    def fields(self) -> None:
        """Twenty fields of education."""
        from guildbook.directory.models import Field

        self.isced = _add(
            Field,
            (Field(**self.named("field"), code=f"{n:03d}", names={"en": f"Synthetic field {n}"}) for n in range(20)),
        )

    def organisations(self) -> None:
        """Colleges and companies with a name or two, and alliances."""
        from guildbook.directory.models import Organisation, OrganisationName

        def organisation(kind: str, n: int) -> Organisation:
            label = {"en": f"Synthetic {kind} {n:04d}"}
            place = self.one(self.cities) if self.dice.random() < 0.95 else None
            return Organisation(**self.named(kind), kind=kind, place=place, labels=label)

        kinds = ("school", "company", "association", "centre")
        made = (organisation(self.dice.choices(kinds, (70, 20, 5, 5))[0], n) for n in range(1, ORGANISATIONS + 1))
        self.members = _add(Organisation, made)
        self.alliances = _add(Organisation, (organisation("alliance", n) for n in range(1, ALLIANCES + 1)))
        names = [
            OrganisationName(organisation=each, text=each.labels["en"], language="en")
            for each in [*self.members, *self.alliances]
        ]
        names += [
            OrganisationName(organisation=each, text=f"{each.labels['en']} (former)", language="en", kind="former")
            for each in self.members[::4]
        ]
        _add(OrganisationName, names)

    def sources(self) -> None:
        """Press texts, most of them dated."""
        from guildbook.directory.models import Source

        def source(n: int) -> Source:
            published = self.day().isoformat() if self.dice.random() < 0.9 else ""
            title = {"en": f"Synthetic source {n}"}
            return Source(
                **{**self.named("source"), "status": "published"}, title=title, kind="press", published=published
            )

        self.texts = _add(Source, (source(n) for n in range(1, SOURCES + 1)))

    def memberships(self) -> None:
        """Memberships, and countries that alliances are said to have members from."""
        from guildbook.alliances.models import Membership, RepresentedCountry

        roles, states = ("member", "director", "founder", "observer"), ("admitted", "applied", "declined", "ended")
        _add(
            Membership,
            (
                Membership(
                    **self.named("membership"),
                    **self.term(),
                    alliance=self.one(self.alliances),
                    organisation=self.one(self.members),
                    role=self.dice.choices(roles, (70, 15, 10, 5))[0],
                    state=self.dice.choices(states, (85, 7, 3, 5))[0],
                )
                for __ in range(MEMBERSHIPS)
            ),
        )
        _add(
            RepresentedCountry,
            (
                RepresentedCountry(alliance=alliance, country=country, since=self.term(0.5).get("since", ""))
                for alliance in self.alliances
                for country in self.dice.sample(self.countries, 4)
            ),
        )

    def agreements(self) -> None:
        """Agreements of two to five parties."""
        from guildbook.agreements.models import Agreement, AgreementParty

        kinds = ("memorandum", "framework", "contract", "letter-of-intent")
        states = ("draft", "circulated", "signed", "in-force", "ended")
        self.papers = _add(
            Agreement,
            (
                Agreement(
                    **self.named("agreement"),
                    **self.term(),
                    title={"en": f"Synthetic agreement {n}"},
                    kind=self.dice.choice(kinds),
                    state=self.dice.choice(states),
                    alliance=self.one(self.alliances) if self.dice.random() < 0.5 else None,
                )
                for n in range(AGREEMENTS)
            ),
        )
        _add(
            AgreementParty,
            (
                AgreementParty(agreement=paper, organisation=party, signing="signed", order=order)
                for paper in self.papers
                for order, party in enumerate(self.dice.sample(self.members, self.dice.randrange(2, 6)))
            ),
        )

    def units(self) -> None:
        """Units with two or three partners and one or two dated states."""
        from guildbook.units.models import Unit, UnitPartner, UnitState

        kinds = (
            "joint-college", "workshop", "overseas-school", "training-base", "craftsman-college", "technology-college",
            "research-centre", "experimental-station",
        )  # fmt: skip
        self.joint = _add(
            Unit,
            (
                Unit(
                    **self.named("unit"),
                    **self.term(),
                    names={"en": f"Synthetic unit {n}"},
                    kind=self.dice.choice(kinds),
                    state=self.dice.choices(("planned", "open", "dormant", "closed"), (25, 60, 5, 10))[0],
                    place=self.one(self.cities, 1) if self.dice.random() < 0.95 else None,
                    alliance=self.one(self.alliances) if self.dice.random() < 0.6 else None,
                    agreement=self.one(self.papers) if self.dice.random() < 0.5 else None,
                )
                for n in range(UNITS)
            ),
        )
        through = Unit.fields.through
        _add(
            through,
            (
                through(unit_id=unit.pk, field_id=field.pk)
                for unit in self.joint
                for field in self.dice.sample(self.isced, self.dice.randrange(0, 3))
            ),
        )
        _add(
            UnitPartner,
            (
                UnitPartner(unit=unit, organisation=self.one(self.members), role=role, order=order)
                for unit in self.joint
                for order, role in enumerate(("founder", "host", "founder")[: self.dice.randrange(2, 4)])
            ),
        )
        _add(UnitState, (UnitState(unit=unit, state=unit.state, since=unit.since) for unit in self.joint))

    def programmes(self) -> None:
        """Programmes of organisations and units, with an intake."""
        from guildbook.programmes.models import Intake, Programme

        made = _add(
            Programme,
            (
                Programme(
                    **self.named("programme"),
                    **self.term(),
                    title={"en": f"Synthetic programme {n}"},
                    kind=self.dice.choices(("degree", "training", "exchange"), (50, 40, 10))[0],
                    field=self.dice.choice(self.isced),
                    organisation=self.one(self.members),
                    unit=self.one(self.joint) if self.dice.random() < 0.6 else None,
                )
                for n in range(PROGRAMMES)
            ),
        )
        _add(Intake, (Intake(programme=each, since="2023-09", seats=self.dice.randrange(10, 60)) for each in made))

    def standards(self) -> None:
        """Standards, and three adoptions of each."""
        from guildbook.programmes.models import Resource, ResourceMaker
        from guildbook.standards.models import Adoption, Standard

        kinds = ("professional", "curriculum", "job", "technical")
        made = _add(
            Standard,
            (
                Standard(
                    **self.named("standard"),
                    title={"en": f"Synthetic standard {n}"},
                    kind=self.dice.choice(kinds),
                    owner=self.one(self.members),
                    field=self.dice.choice(self.isced),
                )
                for n in range(STANDARDS)
            ),
        )
        _add(
            Adoption,
            (
                Adoption(**self.named("adoption"), **self.term(), standard=standard, country=country)
                for standard in made
                for country in self.dice.sample(self.countries, 3)
            ),
        )
        books = _add(
            Resource,
            (
                Resource(
                    **self.named("resource"),
                    title={"en": f"Synthetic textbook {n}"},
                    kind=self.dice.choice(("textbook", "courseware")),
                    field=self.dice.choice(self.isced),
                )
                for n in range(STANDARDS)
            ),
        )
        _add(ResourceMaker, (ResourceMaker(resource=each, organisation=self.one(self.members)) for each in books))

    def events(self) -> None:
        """Events with organisers and delegations, people who spoke there, and city links."""
        from guildbook.directory.models import CityLink, Person, Role
        from guildbook.events.models import Delegation, Event, Organiser, Speech

        people = _add(
            Person, (Person(**self.named("person"), names={"en": f"Synthetic person {n}"}) for n in range(300))
        )
        roles = _add(
            Role,
            (
                Role(
                    **self.named("role"),
                    person=self.one(people),
                    organisation=self.one(self.members),
                    title={"en": "Role"},
                )
                for __ in range(400)
            ),
        )
        held = _add(
            Event,
            (
                Event(
                    **self.named("event"),
                    since=self.day().isoformat(),
                    title={"en": f"Synthetic event {n}"},
                    kind=self.dice.choice(("forum", "conference", "ceremony", "visit")),
                    place=self.one(self.cities),
                    alliance=self.one(self.alliances),
                )
                for n in range(EVENTS)
            ),
        )
        _add(Organiser, (Organiser(event=each, organisation=self.one(self.members), role="host") for each in held))
        _add(Speech, (Speech(event=each, speaker=self.one(roles)) for each in held for __ in range(5)))
        _add(Delegation, (Delegation(event=each, place=self.one(self.countries)) for each in held for __ in range(3)))
        _add(
            CityLink,
            (
                CityLink(**self.named("city-link"), **self.term(), place=place, partner=partner)
                for place, partner in (self.dice.sample(self.cities, 2) for __ in range(LINKS))
            ),
        )

    def plans(self) -> None:
        """Plans with goals, tasks and a target."""
        from guildbook.figures.models import Indicator
        from guildbook.plans.models import Goal, Plan, Target, Task

        made = _add(
            Plan,
            (
                Plan(
                    **self.named("plan"),
                    **self.term(),
                    title={"en": f"Synthetic plan {n}"},
                    place=self.one(self.cities),
                )
                for n in range(100)
            ),
        )
        _add(Goal, (Goal(plan=plan, text={"en": "Synthetic goal"}) for plan in made for __ in range(4)))
        _add(Task, (Task(plan=plan, text={"en": "Synthetic task"}) for plan in made for __ in range(9)))
        wanted = Indicator.objects.get(key="craftsman-colleges")
        _add(
            Target,
            (
                Target(**self.named("target"), plan=plan, title={"en": "Synthetic target"}, indicator=wanted, value=10)
                for plan in made
            ),
        )

    def claims(self) -> None:
        """Claims about alliances, places and organisations, for every indicator that can be asked of them."""
        from guildbook.figures.definitions import read_definition, subject_kinds
        from guildbook.figures.models import Claim, Indicator

        things: dict[str, list[Any]] = {
            "alliance": self.alliances,
            "place": [*self.countries, *self.cities],
            "organisation": self.members[:500],
        }
        askable: list[tuple[Any, str]] = [
            (indicator, kind)
            for indicator in Indicator.objects.order_by("key")
            for kind in subject_kinds(read_definition(indicator.definition))
            if kind in things
        ]
        qualifiers, bases = ("exactly", "over", "almost", "about"), ("stated", "listed", "uncounted")
        _add(Claim, (self._claim(askable, things, qualifiers, bases) for __ in range(CLAIMS)))

    def _claim(self, askable: Any, things: Any, qualifiers: Any, bases: Any) -> Any:
        from guildbook.figures.models import Claim

        indicator, kind = self.dice.choice(askable)
        subject = self.one(things[kind])
        basis = self.dice.choices(bases, (92, 5, 3))[0]
        return Claim(
            **self.named("claim"),
            source=self.one(self.texts, 1),
            paragraph=self.dice.randrange(1, 30),
            # What is published mostly exceeds what has been entered, as in the demo's five texts.
            value=None if basis == "uncounted" else self.dice.randrange(10, 3_000),
            qualifier=self.dice.choices(qualifiers, (80, 10, 5, 5))[0],
            basis=basis,
            counts=f"synthetic {indicator.key}",
            quote="A synthetic sentence that gives the number.",
            indicator=indicator,
            subject_type=kind,
            subject_key=subject.key,
            as_of=self.day().isoformat() if self.dice.random() < 0.7 else "",
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.perf_counter()
    print(build(chosen.folder, chosen.seed), f"{time.perf_counter() - began:.1f} s")
    sys.exit(0)
