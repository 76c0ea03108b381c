"""A small synthetic book: made-up colleges in made-up places, kept through the kit's own actions."""

import pytest
from django.db import transaction

from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.record_types import by_name

DOCUMENTS = {
    "place": [
        {"key": "north", "names": {"en": "Northland"}, "kind": "country"},
        {"key": "north-east", "names": {"en": "North East"}, "kind": "province", "parent": "north"},
        {"key": "north-town", "names": {"en": "North Town"}, "kind": "city", "parent": "north-east"},
        {"key": "south", "names": {"en": "Southland"}, "kind": "country"},
        {"key": "west", "names": {"en": "Westland"}, "kind": "country"},
        {"key": "union", "names": {"en": "Union of South and West"}, "kind": "group", "members": ["south", "west"]},
    ],
    "organisation": [
        {"key": key, "kind": kind, "place": place, "names": [{"text": f"Synthetic {key}", "language": "en"}]}
        for key, kind, place in [
            ("town-college", "school", "north-town"),
            ("east-college", "school", "north-east"),
            ("south-college", "school", "south"),
            ("south-works", "company", "south"),
            ("west-college", "school", "west"),
        ]
    ],
    "source": [
        {"key": "gazette", "title": {"en": "Synthetic gazette"}, "kind": "press", "published": "2023-09-05"},
        {"key": "herald", "title": {"en": "Synthetic herald"}, "kind": "press", "published": "2024-05-27"},
        {"key": "leaflet", "title": {"en": "Synthetic leaflet"}, "kind": "press"},
    ],
    "alliance": [
        {
            "key": "guild",
            "names": [{"text": "Synthetic guild", "language": "en"}],
            "represented": [{"country": "west", "since": "2022"}, {"country": "south", "since": "2021"}],
        },
        {"key": "league", "names": [{"text": "Synthetic league", "language": "en"}]},
    ],
    "membership": [
        {"key": "m1", "alliance": "guild", "organisation": "town-college", "role": "founder", "since": "2021"},
        {"key": "m2", "alliance": "guild", "organisation": "east-college", "since": "2022-06"},
        {"key": "m3", "alliance": "guild", "organisation": "south-college", "since": "2023~"},
        {"key": "m4", "alliance": "guild", "organisation": "south-works", "since": "2020", "until": "2022-03-31"},
        {"key": "m5", "alliance": "league", "organisation": "south-college"},
        {"key": "m6", "alliance": "league", "organisation": "west-college", "status": "draft"},
    ],
    "unit": [
        {
            "key": "shared-school",
            "names": {"en": "Synthetic shared school"},
            "kind": "overseas-school",
            "state": "open",
            "place": "south",
            "alliance": "guild",
            "partners": [
                {"organisation": "town-college", "role": "founder"},
                {"organisation": "east-college", "role": "founder"},
                {"organisation": "south-college", "role": "host"},
            ],
            "states": [{"state": "planned", "since": "2021"}, {"state": "open", "since": "2023-05"}],
        },
        {
            "key": "west-workshop",
            "names": {"en": "Synthetic west workshop"},
            "kind": "workshop",
            "state": "open",
            "place": "west",
            "alliance": "league",
            "partners": [{"organisation": "south-college", "role": "founder"}],
        },
    ],
    "programme": [
        {
            "key": "welding",
            "title": {"en": "Synthetic welding"},
            "kind": "degree",
            "organisation": "town-college",
            "unit": "shared-school",
            "intakes": [{"since": "2023-09", "seats": "30"}, {"since": "2024-09", "seats": "40"}],
        },
        {
            "key": "joinery",
            "title": {"en": "Synthetic joinery"},
            "kind": "training",
            "organisation": "town-college",
            "unit": "west-workshop",
            "intakes": [{"since": "2023-09", "seats": "12"}],
        },
    ],
    "city-link": [
        {"key": "link-1", "place": "north-town", "partner": "south", "since": "1990"},
        {"key": "link-2", "place": "west", "partner": "north-east", "since": "2000-05-01"},
        {"key": "link-3", "place": "north-town", "partner": "north-east"},
    ],
    "event": [
        {
            "key": "fair",
            "title": {"en": "Synthetic fair"},
            "kind": "forum",
            "since": "2022-10-01",
            "until": "2022-10-03",
        }
    ],
}

INDICATORS = {
    "members": {
        "counts": [{"records": "membership", "where": {"state": ["admitted"]}}],
        "subjects": {"alliance": "alliance", "organisation": "organisation", "place": "place"},
        "breakdowns": ["country", "role", "kind"],
    },
    "countries": {
        "counts": [
            {"records": "membership", "value": "country", "subjects": {"alliance": "alliance"}},
            {"records": "alliance", "value": "represented", "subjects": {"alliance": "self"}},
        ],
        "subjects": {"alliance": "alliance"},
    },
    "schools-abroad": {
        "counts": [
            {"records": "unit", "where": {"kind": ["overseas-school", "workshop"], "state": ["planned", "open"]}}
        ],
        "subjects": {"place": "founder_place", "alliance": "alliance", "organisation": "founder"},
        "breakdowns": ["country", "partner_country"],
    },
    "open-schools": {
        "counts": [{"records": "unit", "where": {"state": ["open"]}}],
        "subjects": {"place": "founder_place"},
    },
    "partner-countries": {
        "counts": [{"records": "unit", "value": "partner_country", "not": {"partner_country": ["north"]}}],
        "subjects": {"place": "founder_place"},
        "breakdowns": ["kind"],
    },
    "founders": {
        "counts": [{"records": "unit", "value": "founder"}],
        "subjects": {"alliance": "alliance"},
    },
    "seats": {
        "counts": [{"records": "programme", "sum": "intakes.seats"}],
        "subjects": {"place": "founder_place", "organisation": "organisation", "alliance": "alliance"},
        "breakdowns": ["kind", "country"],
    },
    "city-links": {
        "counts": [{"records": "city-link"}, {"records": "city-link", "subjects": {"place": "partner"}}],
        "subjects": {"place": "place"},
        "breakdowns": ["country"],
    },
    "events-held": {
        "counts": [{"records": "event"}],
        "subjects": {"place": "place"},
    },
    "learners": {"counts": [], "subjects": {"place": "place"}},
}


def keep(kind, document):
    """Keep one synthetic record."""
    return rewrite(SYSTEM, by_name(kind), document, "synthetic test data")


def claim(key, value, indicator="schools-abroad", subject="place:north", source="gazette", **columns):
    """Keep a synthetic claim; `subject` as questions write it."""
    kind, __, name = subject.partition(":")
    document = {
        "key": key,
        "source": source,
        "value": None if value is None else str(value),
        "counts": "synthetic things",
        "indicator": indicator,
        "subject_type": kind,
        "subject_key": name,
        **columns,
    }
    return keep("claim", {name: value for name, value in document.items() if value is not None})


@pytest.fixture(scope="module")
def _book_of_module(django_db_setup, django_db_blocker):
    """The book written once per module, in a transaction that each test opens a savepoint in."""
    with django_db_blocker.unblock(), transaction.atomic():
        for kind, documents in DOCUMENTS.items():
            for document in documents:
                keep(kind, document)
        for key, definition in INDICATORS.items():
            title = {"en": key.replace("-", " ").capitalize()}
            keep("indicator", {"key": key, "title": title, "text": title, "theme": "tests", "definition": definition})
        yield
        transaction.set_rollback(True)


@pytest.fixture
def book(_book_of_module, db):
    """The synthetic book, without claims."""
