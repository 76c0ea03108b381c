"""Every face of every record type answers, says the same, and asks as many questions for three records as for one."""

import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from conformance.samples import SAMPLES, keep, keep_samples, sample
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import SYSTEM
from guildbook.kit.record_types import SHARED, by_name, model_field, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
pytestmark = pytest.mark.django_db


# Rows whose order and numbers mean something; they refer to nothing but, a standard's, to each other
# (tests/standards asks whether many items are read one by one).
ORDERED = (
    {("agreement", "versions"), ("unit", "states"), ("standard", "versions"), ("standard", "items")}
    | {
        ("round", name)  # options and checks name questions by their codes
        for name in ("questions", "options", "checks")
    }
    | {("report", "frozen"), ("report", "acknowledged")}
)  # what was published stays as it was


@by_kind
def test_every_face_answers(kind, book, readers):
    staff, plural, key = readers["staff"], kind.plural, f"{kind.name}-0"
    for path in (
        f"/{plural}/",
        f"/{plural}.json",
        f"/{plural}.xlsx",
        f"/{plural}/new",
        f"/{plural}/{key}",
        f"/{plural}/{key}.json",
        f"/{plural}/{key}.jsonld",
        f"/{plural}/{key}.xlsx",
        f"/{plural}/{key}/history",
        f"/{plural}/{key}/edit",
        f"/api/{plural}",
        f"/api/{plural}/{key}",
    ):
        answer = staff.get(path)
        assert answer.status_code == 200, path
        assert answer["Content-Type"]
        assert answer.content


@by_kind
def test_all_faces_say_the_same(kind, book, client):
    key = f"{kind.name}-0"
    alone = client.get(f"/{kind.plural}/{key}.json").json()
    listed = client.get(f"/{kind.plural}.json").json()[kind.plural]
    assert alone in listed
    answered = client.get(f"/api/{kind.plural}/{key}").json()
    assert answered.pop("page") == f"http://testserver/{kind.plural}/{key}"
    assert answered == alone
    page = client.get(f"/api/{kind.plural}").json()
    assert page["count"] == len(page["items"]) == len(listed)
    said = {name: value for name, value in sample(kind.name).items() if value not in (None, [], "")}
    assert {name: alone[name] for name in said if name != "versions"} == {
        name: said[name] for name in said if name != "versions"
    }


@by_kind
def test_a_record_as_workbook_and_as_linked_data(kind, book, client):
    key = f"{kind.name}-0"
    book_of_one = load_workbook(io.BytesIO(client.get(f"/{kind.plural}/{key}.xlsx").content), read_only=True)
    names = [kind.plural, *(f"{kind.plural}.{rows.name}" for rows in kind.rows), f"{kind.plural}.citations"]
    assert book_of_one.sheetnames == names
    rows = list(book_of_one[kind.plural].iter_rows(values_only=True))
    assert rows[1][rows[0].index("key")] == key
    linked = json.loads(client.get(f"/{kind.plural}/{key}.jsonld").content)
    assert linked["@id"].endswith(f"/{kind.plural}/{key}")
    assert linked["@type"] == kind.term
    data = client.get(f"/{kind.plural}/{key}.json").json()
    for column in (*kind.columns, *SHARED):
        assert (column.field in data) == (column.term in linked), column.field
    for part in kind.rows:
        assert len(linked[f"guildbook:{part.name}"]) == len(data[part.name])


@by_kind
def test_the_list_can_be_searched_filtered_and_sorted(kind, book, client):
    assert client.get(f"/api/{kind.plural}?q=no-such-words").json()["count"] == 0
    assert client.get(f"/api/{kind.plural}?q={kind.name}-0").json()["count"] == 1
    for column in kind.columns:
        if column.listed:
            for sign in ("", "-"):
                assert client.get(f"/api/{kind.plural}?sort={sign}{column.field}").status_code == 200
    assert client.get(f"/api/{kind.plural}?sort=nothing").status_code == 422
    assert client.get(f"/api/{kind.plural}?colour=red").status_code == 422
    assert client.get(f"/{kind.plural}/?q={kind.name}-0&lang=zh-hans").status_code == 200


@by_kind
def test_every_facet_filters(kind, book, client):
    """A value nobody has leaves nothing; where a choice is asked, one that does not exist is refused."""
    for facet in kind.facets:
        *__, last = facet.path.split("__")
        answer = client.get(f"/api/{kind.plural}?{facet.name}=no-such-thing")
        chosen = not facet.refers and (last == "id" or _choices(kind, facet))
        assert answer.status_code == (422 if chosen else 200), facet.name
        if not chosen:
            assert answer.json()["count"] == 0, facet.name
        page = client.get(f"/{kind.plural}/?{facet.name}=no-such-thing")
        assert page.status_code == 200
        assert client.get(f"/{kind.plural}.json?{facet.name}=no-such-thing").json()[kind.plural] == []


def _choices(kind, facet):
    *joins, last = facet.path.split("__")
    model = kind.model
    for join in joins:
        model = model._meta.get_field(join).related_model
    return model_field(model, last).flatchoices


def questions(client, path):
    client.get(path)  # what is read once per process is read
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked), [query["sql"] for query in asked]


@by_kind
def test_lists_ask_as_much_for_three_records_as_for_one(kind, book, client):
    paths = [f"/{kind.plural}/", f"/api/{kind.plural}", f"/{kind.plural}.json", f"/{kind.plural}.xlsx"]
    before = [questions(client, path) for path in paths]
    keep_samples(1, 2)
    for path, (count, sql) in zip(paths, before, strict=True):
        now, more = questions(client, path)
        assert now == count, f"{path}: {set(more) - set(sql)}"


@by_kind
def test_a_record_asks_as_much_for_three_rows_as_for_one(kind, db, client):
    keep_samples(0, 1, 2, 3)
    data = [sample(kind.name, n) for n in (1, 2, 3)]
    names = [rows.name for rows in kind.rows if (kind.name, rows.name) not in ORDERED]
    one = {name: data[0][name][:1] for name in names}
    # Rows that refer to different records, so that reading each by itself would show.
    three = {name: [item[name][0] for item in data] for name in names}
    if kind.name == "agreement":  # a signed one names at least two parties
        one["state"] = three["state"] = "circulated"
    path = f"/{kind.plural}/{kind.name}-1"
    keep(kind.name, 1, **one)
    counted = {face: questions(client, face) for face in (path, f"{path}.json", f"/api{path}")}
    keep(kind.name, 1, **three)
    for face, (count, sql) in counted.items():
        now, more = questions(client, face)
        assert now == count, f"{face}: {set(more) - set(sql)}"


@by_kind
def test_a_page_asks_as_much_for_three_that_refer_to_it_as_for_one(kind, book, client):
    """Panels show what refers to a record; reading each of those by itself would be slow on a full page."""
    refer_to_the_first(1)
    path = f"/{kind.plural}/{kind.name}-0"
    count, sql = questions(client, path)
    refer_to_the_first(2, 3)
    now, more = questions(client, path)
    assert now == count, f"{path}: {set(more) - set(sql)}"


def refer_to_the_first(*numbers):
    """More samples of every type, all referring to the first ones; each indicator more is a figure more to work out."""
    for name in [name for name in SAMPLES if name != "indicator"]:
        for n in numbers:
            text = json.dumps(sample(name, n)).replace(f'-{n}"', '-0"')
            data = {**json.loads(text), "key": f"{name}-{n}"}
            if name == "city-link":
                data["partner"] = "place-1"
            rewrite(SYSTEM, by_name(name), data, "sample")
