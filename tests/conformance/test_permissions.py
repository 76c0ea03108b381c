"""Who may do what, for every record type: drafts and writing are staff's alone, whichever face is asked."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from conformance.samples import keep, sample
from guildbook.kit.actions import changes_of, rewrite
from guildbook.kit.actors import PUBLIC, SYSTEM, Actor
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
pytestmark = pytest.mark.django_db
READERS = ("public", "member", "staff")


def own_faces(kind, key):
    plural = kind.plural
    return [
        *(f"/{plural}/{key}{suffix}" for suffix in ("", ".json", ".jsonld", ".xlsx", "/history")),
        f"/api/{plural}/{key}",
    ]


def list_faces(kind):
    return [f"/{kind.plural}/", f"/{kind.plural}.json", f"/api/{kind.plural}", "/api/"]


@by_kind
@pytest.mark.parametrize("reader", READERS)
def test_everybody_reads_what_is_published(kind, reader, book, readers):
    for path in [*own_faces(kind, f"{kind.name}-0"), *list_faces(kind)]:
        assert readers[reader].get(path).status_code == 200, path


@by_kind
def test_only_staff_see_a_draft(kind, book, readers):
    hidden = "quetzal"
    rewrite(SYSTEM, kind, _hidden(kind, hidden), "sample")
    for path in own_faces(kind, f"{kind.name}-7"):
        assert readers["staff"].get(path).status_code == 200, path
        for reader in ("public", "member"):
            answer = readers[reader].get(path)
            nowhere = readers[reader].get(path.replace("-7", "-8"))
            assert answer.status_code == nowhere.status_code == 404, path
            # Missing and hidden must look alike but for the key that was asked.
            assert answer.content.replace(b"-7", b"-8") == nowhere.content or b"csrf" in answer.content, path
    for path in [*list_faces(kind), f"/{kind.plural}/?q={hidden}", f"/api/{kind.plural}?q={hidden}"]:
        for reader in ("public", "member"):
            text = readers[reader].get(path).content.decode()
            assert f"{kind.name}-7" not in text, path
            assert hidden not in text.replace(f"q={hidden}", "").replace(f'value="{hidden}"', "").lower(), path


def _hidden(kind, word):
    """A draft of that name which refers to published samples."""
    columns = {column.field for column in kind.columns}
    data = {**sample(kind.name, 7), "note": {"en": word}}
    for name in {"names", "title"} & data.keys():
        data[name] = {"en": word} if name in columns else [{"text": word, "language": "en", "kind": "official"}]
    text = json.dumps(data).replace('-7"', '-0"').replace('-8"', '-1"')
    return {**json.loads(text), "key": f"{kind.name}-7", "status": "draft"}


@by_kind
@pytest.mark.parametrize("reader", ["public", "member"])
def test_only_staff_write(kind, reader, book, readers):
    client, key = readers[reader], f"{kind.name}-0"
    change = changes_of(kind, key).first()
    before = client.get(f"/{kind.plural}/{key}.json").json()
    for path in (f"/{kind.plural}/new", f"/{kind.plural}/{key}/edit", f"/{kind.plural}/{key}/undo/{change.pk}"):
        for ask in (client.get, client.post):
            answer = ask(path)
            if reader == "public":
                assert answer.status_code == 302, path
                assert answer["Location"].startswith("/sign-in?next="), path
            else:
                assert answer.status_code == 403, path
    assert client.get(f"/{kind.plural}/{key}.json").json() == before
    assert changes_of(kind, key).count() == 1


@by_kind
def test_the_action_itself_refuses_whoever_is_not_staff(kind, book):
    for actor in (PUBLIC, Actor("member")):
        with pytest.raises(PermissionDenied):
            rewrite(actor, kind, {**sample(kind.name), "note": {"en": "Changed."}}, "trying")
    assert changes_of(kind, f"{kind.name}-0").count() == 1


@by_kind
def test_staff_edit_and_undo(kind, book, readers):
    staff, key = readers["staff"], f"{kind.name}-0"
    before = staff.get(f"/{kind.plural}/{key}.json").json()
    assert staff.get(f"/{kind.plural}/{key}/edit").status_code == 200
    keep(kind.name, note={"en": "Changed."})
    change = changes_of(kind, key).first()
    assert staff.get(f"/{kind.plural}/{key}/undo/{change.pk}").status_code == 405
    answer = staff.post(f"/{kind.plural}/{key}/undo/{change.pk}")
    assert (answer.status_code, answer["Location"]) == (302, f"/{kind.plural}/{key}")
    assert staff.get(f"/{kind.plural}/{key}.json").json() == before
    assert changes_of(kind, key).count() == 3
    assert staff.post(f"/{kind.plural}/{key}/undo/999999").status_code == 404
    first = changes_of(kind, key).last()
    staff.post(f"/{kind.plural}/{key}/undo/{first.pk}")
    assert staff.get(f"/{kind.plural}/{key}.json").json() == before


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


def test_an_outcome_that_is_still_a_draft_is_not_named(book, client):
    keep("event", outcomes=[{"kind": "signed", "record_type": "person", "record_key": "person-9"}])
    keep("person", 9, status="draft", names={"en": "Quetzal"}, steward=None, citations=[])
    for face in ("", ".json", ".jsonld"):
        assert "Quetzal" not in client.get(f"/events/event-0{face}").content.decode()


@by_kind
def test_what_was_superseded_leads_to_what_came_after(kind, book, client):
    rewrite(SYSTEM, kind, {**_hidden(kind, "After"), "status": "published"}, "sample")
    keep(kind.name, status="superseded", superseded_by=f"{kind.name}-7")
    address = f"/{kind.plural}/{kind.name}-7"
    page = client.get(f"/{kind.plural}/{kind.name}-0")
    assert page.status_code == 200
    assert f'href="{address}"' in page.content.decode()
    linked = json.loads(client.get(f"/{kind.plural}/{kind.name}-0.jsonld").content)
    assert linked["dcterms:isReplacedBy"] == {"@id": f"http://testserver{address}"}
