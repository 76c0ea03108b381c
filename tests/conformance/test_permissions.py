"""Who may do what: every cell of the tables in docs/developer/permissions.md, on every face and by the action."""

import json
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from conformance.deeds import TRIES
from conformance.deeds_of_the_year import today
from conformance.permissions import (
    DEEDS,
    LETTERS,
    RECORDS,
    ROLES,
    hidden,
    list_faces,
    own_faces,
)
from conformance.samples import keep, sample
from guildbook.files.actions import attach
from guildbook.kit.actions import changes_of, rewrite, undo
from guildbook.kit.actors import PUBLIC, SYSTEM, Actor
from guildbook.kit.documents import DocumentError, read_document
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import by_name, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
by_role = pytest.mark.parametrize("role", ROLES)
pytestmark = pytest.mark.django_db
# Whose records a secretariat enters: its alliance's; everybody else tries in the name of organisation-0.
STEWARD = {"secretariat": "alliance-0"}


# What the book works out, or what only who keeps the other record may say: other rules refuse it, in other words.
WORKED_OUT = {
    "agreement": ("renews", "amends"),
    "report": ("edition", "corrects", "published", "frozen", "acknowledged"),
}


@pytest.fixture
def person(house, role, db):
    """Who has the role."""
    return house[role]


def test_every_kind_has_a_row_and_every_row_a_kind():
    assert set(RECORDS) == {kind.name for kind in KINDS}
    assert all(letters <= set(LETTERS) for cells in RECORDS.values() for letters in cells.values())


def test_every_deed_is_tried_and_every_try_is_told():
    assert set(TRIES) == set(DEEDS)


def refused(attempt):
    """Whether an attempt is refused for who makes it; what is wrong with the record itself would be another error."""
    try:
        with transaction.atomic():
            attempt()
            transaction.set_rollback(True)
    except PermissionDenied:
        return True
    except DocumentError as error:
        if [fault.where for fault in error.faults] in (["steward"], ["kind"]):
            return True
        if all(fault.message.startswith("publish a report on its own page") for fault in error.faults):
            return True
        raise
    return False


@by_kind
@by_role
def test_reading(kind, role, person):
    letters = RECORDS[kind.name][role]
    assert "r" in letters
    faces = own_faces(kind, f"{kind.name}-0")
    # The faces of what is published do not look at who asks: all of them for the public, page and JSON for the others.
    for path in [*faces, *list_faces(kind)] if role == "public" else faces[:2]:
        assert person.client.get(path).status_code == 200, path
    for path in own_faces(kind, f"{kind.name}-7"):
        status = person.client.get(path).status_code
        assert status == (200 if "d" in letters else 404), path


@by_kind
@by_role
def test_entering(kind, role, person):
    own = {"round": {"state": "draft"}}.get(kind.name, {})
    data = hidden(kind, 8, steward=STEWARD.get(role, "organisation-0"), **own)
    for name in WORKED_OUT.get(kind.name, ()):
        data.pop(name, None)
    may = "n" in RECORDS[kind.name][role]
    assert refused(lambda: rewrite(person.actor, kind, data, "trying")) is not may
    form = person.client.get(f"/{kind.plural}/new")
    if role == "public":
        assert (form.status_code, form["Location"]) == (302, f"/sign-in?next=/{kind.plural}/new")
    elif may:
        assert form.status_code == 200
    elif role == "signed-in":
        assert form.status_code == 403


@by_kind
@by_role
def test_changing_publishing_and_undoing(kind, role, person):
    letters, key = RECORDS[kind.name][role], f"{kind.name}-0"
    held = person.client.get(f"/{kind.plural}/{key}.json").json()
    changed = {**held, "note": {"en": "Changed again."}}
    assert refused(lambda: rewrite(person.actor, kind, changed, "trying")) is not ("e" in letters)
    draft = json.loads(json.dumps(hidden(kind)))
    assert refused(lambda: publish(person.actor, kind, draft)) is not ("p" in letters)
    change = changes_of(kind, key).first()
    assert refused(lambda: undo(person.actor, change, kind)) is not ("u" in letters)
    for path, letter in ((f"/{kind.plural}/{key}/edit", "e"), (f"/{kind.plural}/{key}/undo/{change.pk}", "u")):
        answer = person.client.get(path)
        if role == "public":
            assert answer.status_code == 302, path
            assert answer["Location"].startswith("/sign-in?next="), path
        else:
            assert (answer.status_code == 403) is (letter not in letters), path
        if letter not in letters:
            assert person.client.post(path).status_code == answer.status_code, path
    hidden_form = person.client.get(f"/{kind.plural}/{kind.name}-7/edit").status_code
    assert hidden_form == (302 if role == "public" else 200 if {"d", "e"} <= letters else 404)
    assert person.client.get(f"/{kind.plural}/{key}.json").json() == held


def publish(actor, kind, draft):
    """Publish the hidden draft of a kind, read as one who finds it would read it."""
    held = kind.model._default_manager.get(key=draft["key"])
    kind.save(actor, read_document(kind, {**draft, "status": "published"}, held, partial(find_as, actor)), "trying")


@by_kind
@by_role
def test_attaching_files(kind, role, person, settings, tmp_path):
    settings.FILES = tmp_path
    may = "f" in RECORDS[kind.name][role]
    sent = ("note.txt", b"A note.")
    assert refused(lambda: attach(person.actor, kind.name, f"{kind.name}-0", sent)) is not may
    assert refused(lambda: attach(person.actor, kind.name, f"{kind.name}-7", sent)) is not may


@pytest.mark.parametrize("deed", DEEDS)
@by_role
def test_deeds(deed, role, person, house):
    with transaction.atomic():
        done = TRIES[deed](person)
        transaction.set_rollback(True)
    assert done is DEEDS[deed][role]


@by_kind
def test_the_action_itself_refuses_whoever_acts_for_nobody(kind, book):
    for actor in (PUBLIC, Actor("member")):
        with pytest.raises(PermissionDenied):
            rewrite(actor, kind, {**sample(kind.name), "note": {"en": "Changed twice."}}, "trying")
    assert changes_of(kind, f"{kind.name}-0").first().why == "sample"


@by_kind
def test_staff_edit_and_undo(kind, book, readers):
    staff, key = readers["staff"], f"{kind.name}-0"
    before = staff.get(f"/{kind.plural}/{key}.json").json()
    keep(kind.name, note={"en": "Changed twice."})
    change, many = changes_of(kind, key).first(), changes_of(kind, key).count()
    answer = staff.post(f"/{kind.plural}/{key}/undo/{change.pk}")
    assert (answer.status_code, answer["Location"]) == (302, f"/{kind.plural}/{key}")
    assert staff.get(f"/{kind.plural}/{key}.json").json() == before
    assert changes_of(kind, key).count() == many + 1
    assert staff.post(f"/{kind.plural}/{key}/undo/999999").status_code == 404


@by_kind
def test_what_was_published_is_withdrawn_not_hidden(kind, book, client):
    with pytest.raises(DocumentError, match="withdraw"):
        keep(kind.name, status="draft")
    keep(kind.name, status="withdrawn")
    assert client.get(f"/{kind.plural}/{kind.name}-0").status_code == 200
    assert client.get(f"/api/{kind.plural}/{kind.name}-0").json()["status"] == "withdrawn"
    listed = client.get(f"/api/{kind.plural}").json()["items"]
    assert f"{kind.name}-0" not in [item["key"] for item in listed]


def test_what_is_published_names_no_draft(book):
    keep("organisation", 5, status="draft", place="place-0", parent=None)
    with pytest.raises(DocumentError, match="draft"):
        keep("unit", 0, partners=[{"organisation": "organisation-5", "role": "founder"}])
    with pytest.raises(DocumentError, match="draft"):
        keep("person", 0, steward="organisation-5")
    keep("role", 6, status="draft", person="person-0", organisation="organisation-5", steward=None, citations=[])


@by_kind
def test_what_was_superseded_leads_to_what_came_after(kind, book, client):
    # What a report froze when it was published cannot be renumbered.
    after = {**sample("report"), "key": "report-8"} if kind.name == "report" else hidden(kind, 8, status="published")
    rewrite(SYSTEM, kind, after, "sample")
    keep(kind.name, status="superseded", superseded_by=f"{kind.name}-8")
    address = f"/{kind.plural}/{kind.name}-8"
    page = client.get(f"/{kind.plural}/{kind.name}-0")
    assert page.status_code == 200
    assert f'href="{address}"' in page.content.decode()
    linked = json.loads(client.get(f"/{kind.plural}/{kind.name}-0.jsonld").content)
    assert linked["dcterms:isReplacedBy"] == {"@id": f"http://testserver{address}"}


# What gives rights is not got by writing it into a record.


def as_role(house, role, name, changed):
    """Keep a sample's record, changed, as somebody of a role."""
    return rewrite(house[role].actor, by_name(name), {**sample(name), "note": {"en": "Tried."}, **changed}, "trying")


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_nobody_gives_a_record_to_a_steward_they_do_not_act_for(house, role, db):
    with pytest.raises(DocumentError, match="only staff"):
        as_role(house, role, "role", {"steward": "organisation-1"})
    with pytest.raises(DocumentError, match="only staff"):
        as_role(house, role, "organisation", {"steward": "alliance-0"})


@pytest.mark.parametrize("role", ["editor", "lead", "secretariat"])
def test_nobody_makes_an_alliance_by_calling_an_organisation_one(house, role, db):
    kind = by_name("organisation")
    data = {**hidden(kind, 8, steward=STEWARD.get(role, "organisation-0")), "kind": "alliance"}
    with pytest.raises(DocumentError, match="only staff"):
        rewrite(house[role].actor, kind, data, "trying")
    if role != "secretariat":
        with pytest.raises(DocumentError, match="only staff"):
            as_role(house, role, "organisation", {"kind": "alliance", "parent": None})


@pytest.mark.parametrize("role", ["editor", "lead", "other editor", "other secretariat"])
def test_nobody_admits_themselves_or_approves_their_own_return(house, role, db):
    with pytest.raises(PermissionDenied):
        as_role(house, role, "membership", {"role": "director"})
    with pytest.raises(PermissionDenied):
        as_role(house, role, "return", {"value": 9999})


def test_a_secretariat_does_not_move_its_records_to_another_alliance(house, db):
    with pytest.raises(PermissionDenied):
        as_role(house, "secretariat", "membership", {"alliance": "alliance-1"})


@pytest.mark.parametrize("role", ["editor", "lead", "secretariat"])
def test_nobody_signs_in_the_book_for_another_by_writing_it_down(house, role, db):
    signed = {"signing": "signed", "signed": f"{today():%F}", "method": "in-the-book"}
    data = hidden(by_name("agreement"), 8, steward=STEWARD.get(role, "organisation-0"))
    data["parties"] = [{"organisation": "organisation-1", **signed}, {"organisation": "alliance-1", **signed}]
    with pytest.raises(DocumentError, match="leads the party"):
        rewrite(house[role].actor, by_name("agreement"), data, "trying")
