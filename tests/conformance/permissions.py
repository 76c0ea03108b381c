"""The tables of docs/developer/permissions.md as the tests read them, and the people whose cells they are."""

import json
import re
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.test import Client

from conformance.samples import keep, sample
from guildbook.directory.models import Organisation
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import PUBLIC, SYSTEM, actor_for
from guildbook.kit.record_types import by_name, record_types
from guildbook.mandates.models import Mandate
from house.tree import ROOT

ROLES = (
    "public",
    "signed-in",
    "editor",
    "lead",
    "other editor",
    "secretariat",
    "other secretariat",
    "staff",
)
LETTERS = "rdnepuf"
# For whom each role acts, and in which duty.
MANDATES = {
    "editor": [("organisation-0", "editor")],
    "lead": [("organisation-0", "lead")],
    "other editor": [("organisation-1", "editor")],
    "secretariat": [("alliance-0", "editor"), ("alliance-7", "editor")],  # its second alliance is still a draft
    "other secretariat": [("alliance-1", "editor")],
}
WORD = "quetzal"  # in every hidden record, and nowhere else


def table(first):
    """The rows of the page's table whose first heading is this: {first cell: {role: cell}}."""
    page = (ROOT / "docs" / "developer" / "permissions.md").read_text(encoding="utf-8")
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line[:1] == "|"]
    start = next(n for n, cells in enumerate(lines) if cells[0] == first and len(cells) > 2)
    assert tuple(lines[start][1:]) == ROLES
    found = {}
    for cells in lines[start + 2 :]:
        if len(cells) != len(ROLES) + 1 or cells[1:] == list(ROLES):
            break
        name = cells[0].strip("`")
        assert name not in found, name
        found[name] = dict(zip(ROLES, cells[1:], strict=True))
    return found


RECORDS = {
    name: {role: frozenset(re.findall("[a-z]", cell)) for role, cell in cells.items()}
    for name, cells in table("record").items()
}
DEEDS = {name: {role: cell == "yes" for role, cell in cells.items()} for name, cells in table("deed").items()}


@dataclass(frozen=True)
class Person:
    """One role as a browser and as an actor."""

    role: str
    client: Client
    actor: object


def username_of(role):
    """The user name of somebody in a role."""
    return f"the-{role.replace(' ', '-')}"


def people():
    """One person for every role, with the mandates of today."""
    made = {"public": Person("public", Client(), PUBLIC)}
    for role in ROLES[1:]:
        user = get_user_model().objects.create_user(username_of(role), password=None, is_staff=role == "staff")
        for key, duty in MANDATES.get(role, ()):
            held = {"organisation": Organisation.objects.get(key=key), "duty": duty, "since": date(2020, 1, 1)}
            Mandate.objects.create(user=user, given_by="test", **held)
        client = Client()
        client.force_login(user)
        made[role] = Person(role, client, actor_for(user.get_full_name(), user.pk, is_staff=user.is_staff))
    return made


def hidden(kind, number=7, **changed):
    """A draft's document that refers to published samples and is kept by organisation-0, called by the word."""
    columns = {column.field for column in kind.columns}
    data = {**sample(kind.name, number), "note": {"en": WORD}}
    for name in {"names", "title"} & data.keys():
        data[name] = {"en": WORD} if name in columns else [{"text": WORD, "language": "en", "kind": "official"}]
    text = json.dumps(data).replace(f'-{number}"', '-0"').replace(f'-{number + 1}"', '-1"')
    made = {**json.loads(text), "key": f"{kind.name}-{number}", "status": "draft", "steward": "organisation-0"}
    return {**made, **changed}


def second_house():
    """A second member of alliance-0, and a second alliance."""
    keep("organisation", 1, place="place-1", parent=None)
    keep("alliance", 1, parent=None, offices=[], represented=[], steward=None, citations=[])
    keep("membership", 1, alliance="alliance-0", steward=None, citations=[])


def hide_drafts():
    """A draft of every kind, number 7."""
    for kind in record_types():
        rewrite(SYSTEM, kind, hidden(kind), "sample")


def own_faces(kind, key):
    """Every address of one record that shows something of it."""
    plural = kind.plural
    own = [f"/{plural}/{key}{suffix}" for suffix in ("", ".json", ".jsonld", ".xlsx", "/history")]
    return [*own, f"/api/{plural}/{key}"]


def list_faces(kind):
    """Every address that shows many records of a kind."""
    return [f"/{kind.plural}/", f"/{kind.plural}.json", f"/{kind.plural}.xlsx", f"/api/{kind.plural}"]


def named(name):
    """The record of a sample's name, such as unit-0."""
    kind = by_name(name.rpartition("-")[0])
    return kind.model._default_manager.get(key=name)
