from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from conformance.samples import keep
from guildbook.directory.models import Organisation
from guildbook.kit.actors import actor_for
from guildbook.mandates.models import Mandate

# What an organisation and an alliance are without the records that samples refer to.
ALONE = {"place": None, "parent": None}
BARE = {**ALONE, "offices": [], "represented": [], "steward": None, "citations": []}


def today():
    return timezone.localdate()


def days(n):
    return today() + timedelta(days=n)


@pytest.fixture
def college(db):
    """organisation-0, a school, with the place it needs."""
    keep("place")
    return keep("organisation")


@pytest.fixture
def alliance(college):
    """alliance-0, of which the college is an admitted member."""
    for name in ("source", "person", "role", "alliance", "membership"):
        keep(name)
    return Organisation.objects.get(key="alliance-0")


@pytest.fixture
def person(db):
    """Make a person, with a mandate where an organisation is named."""

    def make(name, organisation=None, duty="editor", since=None, until=None):
        users = get_user_model().objects
        user = users.filter(username=name).first() or users.create_user(name, password="lanlanlan1")
        if organisation is not None:
            term = {"since": since or days(-10), "until": until}
            Mandate.objects.create(user=user, organisation_id=organisation.pk, duty=duty, given_by="test", **term)
        return user

    return make


def acting(user):
    """The user as an actor, with what they may do today."""
    return actor_for(user.get_full_name(), user.pk, is_staff=user.is_staff)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client
