"""Two colleagues of one college, somebody of another, and the people of an alliance that reviews."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from conformance.samples import keep
from guildbook.directory.models import Organisation
from guildbook.kit.actors import actor_for
from guildbook.mandates.models import Mandate
from guildbook.reviews import registry


def person_of(name, *organisations, duty="editor"):
    """A signed-in person who acts for these organisations."""
    user = get_user_model().objects.create_user(name, password=None, email=f"{name}@example.org")
    for key in organisations:
        organisation = Organisation.objects.get(key=key)
        Mandate.objects.create(user=user, organisation=organisation, duty=duty, since=date(2020, 1, 1), given_by="test")
    client = Client()
    client.force_login(user)
    return SimpleNamespace(user=user, client=client, actor=actor_for(name, user.pk))


@pytest.fixture
def book(db):
    keep("place", 0)
    keep("organisation", 0)
    keep("source", 0)
    keep("place", 1)
    keep("organisation", 1)
    keep("alliance", 0, parent=None, offices=[])
    keep("field", 0, parent=None)
    keep("person", 0, steward="organisation-0")


@pytest.fixture
def lan(book):
    return person_of("lan", "organisation-0")


@pytest.fixture
def mei(book):
    return person_of("mei", "organisation-0", duty="lead")


@pytest.fixture
def stranger(book):
    return person_of("stranger", "organisation-1")


@pytest.fixture
def secretary(book):
    return person_of("secretary", "alliance-0")


@pytest.fixture
def staff(book):
    user = get_user_model().objects.create_user("staff", password=None, is_staff=True)
    client = Client()
    client.force_login(user)
    return SimpleNamespace(user=user, client=client, actor=actor_for("staff", user.pk, is_staff=True))


@pytest.fixture
def reviewed(book, monkeypatch):
    """The alliance looks at what organisation-0 publishes of people."""
    alliance = Organisation.objects.get(key="alliance-0").pk
    member = Organisation.objects.get(key="organisation-0").pk

    def rule(actor, record_type, draft):
        return alliance if record_type.name == "person" and draft.record.steward_id == member else None

    monkeypatch.setattr(registry, "_rules", [rule])
    return alliance


def form_of(client, address):
    """What a browser would send back of a form, unchanged."""
    import re
    from html import unescape

    text = client.get(address).content.decode()
    body = text[text.index('<form class="card stack record-form"') :]
    body = body[: body.index("</form>")]
    sent = {}
    for tag in re.findall(r"<input [^>]*>", body):
        name, value = re.search(r' name="([^"]*)"', tag), re.search(r' value="([^"]*)"', tag)
        if name:
            sent[unescape(name.group(1))] = unescape(value.group(1)) if value else ""
    for name, inner in re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>', body, re.DOTALL):
        sent[unescape(name)] = unescape(inner)
    for name, inner in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', body, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner)
        sent[unescape(name)] = unescape(chosen.group(1)) if chosen else ""
    sent.pop("csrfmiddlewaretoken", None)
    return {name: value for name, value in sent.items() if not name.startswith(("_tag.", "_other."))}
