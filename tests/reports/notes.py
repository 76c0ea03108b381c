"""A guild with a few members of two countries, its secretariat, and a press note about it."""

from datetime import date
from types import SimpleNamespace

import pytest

from guildbook.accounts.models import User
from guildbook.directory.models import Organisation
from guildbook.kit.actors import actor_for
from guildbook.mandates.models import Mandate
from guildbook.reports.models import Report
from portal.books import keep, keep_alliance, keep_indicators, keep_places

ENGLISH = """The guild has {{members of alliance:guild at 2025}} members.

{{members of alliance:guild at 2025 by country as bars}}
"""
VIETNAMESE = """Liên minh có {{members of guild at 2025}} thành viên.

{{members of alliance:guild at 2025 by country as bars}}
"""


def keep_college(n, place="north-town", since="2021"):
    college = [{"text": f"Synthetic college {n}", "language": "en"}]
    keep("organisation", f"college-{n}", kind="school", place=place, names=college)
    keep("membership", f"member-{n}", alliance="guild", organisation=f"college-{n}", role="member", since=since)


def keep_note(**changed):
    """A press note of the guild as a draft."""
    body = {"en": ENGLISH, "vi": VIETNAMESE}
    title = {"en": "Synthetic note", "vi": "Thông cáo thử"}
    columns = {"title": title, "kind": "press-note", "alliance": "guild", "body": body, **changed}
    return keep("report", "note", **columns)


def held(key="note"):
    return Report.objects.get(key=key)


def person(name, organisation, duty="editor"):
    user = User.objects.create_user(name, email=f"{name}@example.org", password="lanlanlan1")
    of = Organisation.objects.get(key=organisation)
    Mandate.objects.create(user=user, organisation=of, duty=duty, since=date(2020, 1, 1), given_by="test")
    return user


def acting(user):
    return actor_for(user.username, user.pk)


@pytest.fixture
def guild(db):
    """A guild of three members, two of them from the north; `lan` serves it, `minh` leads its first member."""
    keep_indicators()
    keep_places()
    keep_alliance()
    for n, place in ((1, "north-town"), (2, "north-town"), (3, "south")):
        keep_college(n, place)
    lan, minh = person("lan", "guild"), person("minh", "college-1", "lead")
    return SimpleNamespace(lan=lan, minh=minh, secretary=acting(lan), lead=acting(minh))


@pytest.fixture
def note(guild):
    return keep_note()
