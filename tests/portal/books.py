"""Small invented books for the tests of pages."""

from functools import cache
from pathlib import Path

import guildbook.figures
from guildbook.imports.actions.loading import load
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.record_types import by_name

TEXT = "Headline\n\nThe guild has 12 members, and 3 schools abroad.\n  It also runs several workshops.\n"


def keep(record_type, key, /, **columns):
    """Enter one record as its document says."""
    return rewrite(SYSTEM, by_name(record_type), {"key": key, **columns}, "for a test")


@cache
def standard_indicators():
    return Path(guildbook.figures.__file__).parent / "indicators.yaml"


def keep_indicators():
    load(SYSTEM, [standard_indicators()], "for a test")


def keep_places():
    keep("place", "north", names={"en": "Northland"}, kind="country", latitude=48.0, longitude=10.0)
    keep("place", "north-town", names={"en": "North Town"}, kind="city", parent="north", latitude=48.5, longitude=11.0)
    keep("place", "south", names={"en": "Southland"}, kind="country", latitude=5.0, longitude=20.0)
    keep("place", "west", names={"en": "Westland"}, kind="country", latitude=10.0, longitude=-10.0)


def keep_alliance():
    keep(
        "alliance",
        "guild",
        names=[{"text": "Synthetic guild", "language": "en"}],
        place="north-town",
        since="2020",
        represented=[{"country": "north"}, {"country": "west"}],
    )


def keep_member(n):
    """An invented college that belongs to the guild, with a unit, an agreement, an event, a target and a city link."""
    college = [{"text": f"Synthetic college {n}", "language": "en"}]
    keep("organisation", f"college-{n}", kind="school", place="north-town", names=college)
    keep("membership", f"member-{n}", alliance="guild", organisation=f"college-{n}", role="founder", since="2021-05")
    keep(
        "agreement",
        f"pact-{n}",
        title={"en": f"Synthetic pact {n}"},
        kind="contract",
        state="signed",
        signed="2022-01-02",
        since="2022-01-02",
        alliance="guild",
        parties=[
            {"organisation": f"college-{n}", "signing": "signed"},
            {"organisation": "guild", "signing": "signed"},
        ],
    )
    keep(
        "unit",
        f"school-{n}",
        names={"en": f"Synthetic school {n}"},
        kind="overseas-school",
        state="open",
        place="south",
        alliance="guild",
        agreement=f"pact-{n}",
        since="2023",
        partners=[{"organisation": f"college-{n}", "role": "founder"}],
    )
    keep(
        "event",
        f"forum-{n}",
        title={"en": f"Synthetic forum {n}"},
        kind="forum",
        alliance="guild",
        since="2024-03-01",
        outcomes=[{"kind": "signed", "record_type": "agreement", "record_key": f"pact-{n}"}],
    )


def keep_plan(n):
    keep("plan", f"plan-{n}", title={"en": f"Synthetic plan {n}"}, organisation="guild")
    keep(
        "target",
        f"target-{n}",
        plan=f"plan-{n}",
        title={"en": f"Ten schools {n}"},
        indicator="overseas-schools",
        subject_type="alliance",
        subject_key="guild",
        value=10,
        by="2030",
    )


def keep_claims():
    keep("source", "gazette", title={"en": "Synthetic gazette"}, kind="press", language="en", text=TEXT)
    where = {"source": "gazette", "paragraph": 2, "subject_type": "alliance", "subject_key": "guild"}
    start = TEXT.index("12")
    keep("claim", "twelve", **where, value=12, counts="members", indicator="members", start=start, end=start + 2)
    start = TEXT.index("3 schools")
    keep("claim", "three", **where, value=3, counts="schools", indicator="overseas-schools", start=start, end=start + 1)


def keep_book(members=1):
    """A guild with members and everything a page can show of it."""
    keep_indicators()
    keep_places()
    keep_alliance()
    for n in range(1, members + 1):
        keep_member(n)
        keep_plan(n)
    keep_claims()
