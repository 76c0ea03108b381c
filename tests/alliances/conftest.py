"""An alliance with a secretariat, a lead of it, and a form filled in."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model

from guildbook.alliances.actions import Asking
from guildbook.alliances.models import Alliance
from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import actor_for
from guildbook.mandates.models import Mandate
from portal.books import keep, keep_alliance, keep_places

PASSWORD = "lanlanlan1"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    """Files that tests send in lie in a folder of their own."""
    settings.FILES = tmp_path / "files"


@pytest.fixture
def guild(db):
    """The guild, whose secretariat is an office organisation."""
    keep_places()
    keep_alliance()
    keep(
        "organisation", "office", kind="centre", names=[{"text": "Guild office", "language": "en"}], place="north-town"
    )
    keep(
        "organisation", "college", kind="school", names=[{"text": "Synthetic college", "language": "en"}], place="south"
    )
    keep(
        "alliance",
        "guild",
        names=[{"text": "Synthetic guild", "language": "en"}],
        place="north-town",
        since="2020",
        offices=[
            {"kind": "secretariat", "organisation": "office", "since": "2020"},
            {"kind": "president", "organisation": "office", "since": "2020"},
        ],
    )
    return Alliance.objects.get(key="guild")


def person(name, organisation, duty="lead"):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD)
    where = Organisation.objects.get(key=organisation)
    Mandate.objects.create(user=user, organisation=where, duty=duty, since=dt.date(2020, 1, 1), given_by="test")
    return user


def acting(user):
    return actor_for(user.get_username(), user.pk, is_staff=user.is_staff)


@pytest.fixture
def lan(guild):
    """A lead of the office that is the guild's secretariat."""
    return person("lan", "office")


@pytest.fixture
def minh(guild):
    """An editor of the same office."""
    return person("minh", "office", "editor")


@pytest.fixture
def somsak(guild):
    """A lead of a college that is no member yet."""
    return person("somsak", "college")


def asking(**changed):
    sent = {
        "contact_name": "Nguyen Thi Hoa",
        "contact_address": "hoa@example.org",
        "names": {"vi": "Trường Cao đẳng Mẫu", "en": "Sample College"},
        "kind": "school",
        "country": Place.objects.get(key="south"),
        "town": "South Town",
        "website": "https://example.org/",
        "role": "director",
        "statement": "We train welders.",
    }
    return Asking(**{**sent, **changed})
