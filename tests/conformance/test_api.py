"""The API's hand-written schemas keep up with the record types, and its manners are those of HTTP."""

import pytest

from conformance.samples import keep, keep_samples
from guildbook.config.api import api
from guildbook.faces.api import ListQuery
from guildbook.kit.record_types import SHARED, model_field, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
pytestmark = pytest.mark.django_db


def schema_of(path):
    answer = api.get_openapi_schema()
    operation = answer["paths"][path]["get"]
    ref = operation["responses"][200]["content"]["application/json"]["schema"]["$ref"]
    return operation, answer["components"]["schemas"], ref.rpartition("/")[2]


@by_kind
def test_the_schema_covers_every_column(kind):
    __, schemas, name = schema_of(f"/api/{kind.plural}/{{key}}")
    columns = {column.field for column in (*kind.columns, *SHARED)}
    parts = {rows.name for rows in kind.rows}
    assert set(schemas[name]["properties"]) == columns | parts | {"key", "page", "citations"}
    for rows in kind.rows:
        row = schemas[name]["properties"][rows.name]["items"]["$ref"].rpartition("/")[2]
        assert set(schemas[row]["properties"]) == {column.field for column in rows.columns}


@by_kind
def test_the_schema_demands_what_a_form_demands(kind):
    """A column that may be silent is optional; one that may not is required."""
    __, schemas, name = schema_of(f"/api/{kind.plural}/{{key}}")
    never_silent = {"key", "page", "status"}
    for column in kind.columns:
        field = model_field(kind.model, column.field)
        if not field.blank and not field.null:
            never_silent.add(column.field)
    assert set(schemas[name]["required"]) == never_silent - {"definition"}


@by_kind
def test_the_list_can_be_asked_every_facet(kind):
    operation = api.get_openapi_schema()["paths"][f"/api/{kind.plural}"]["get"]
    asked = {parameter["name"] for parameter in operation["parameters"]}
    assert asked == {facet.name for facet in kind.facets} | set(ListQuery.model_fields)


@by_kind
def test_choices_are_named_in_the_schema(kind):
    __, schemas, name = schema_of(f"/api/{kind.plural}/{{key}}")
    for column in kind.columns:
        field = model_field(kind.model, column.field)
        if field.choices:
            said = schemas[name]["properties"][column.field]
            ref = said.get("allOf", [said])[0]["$ref"].rpartition("/")[2]
            assert schemas[ref]["enum"] == [value for value, __ in field.flatchoices]


def test_the_root_lists_every_type(client):
    listed = client.get("/api/").json()
    assert [item["name"] for item in listed] == [kind.name for kind in KINDS]
    for item, kind in zip(listed, KINDS, strict=True):
        assert item["list"] == f"http://testserver/api/{kind.plural}"
        assert set(item["facets"]) == {facet.name for facet in kind.facets}
    chinese = client.get("/api/", headers={"Accept-Language": "zh-hans"})
    assert chinese["Content-Language"] == "zh-hans"


def test_pages_follow_each_other_and_hold_each_record_once(client):
    keep_samples(*range(7))
    found, address = [], "/api/places?limit=3"
    while address:
        page = client.get(address).json()
        assert page["count"] == 8
        found += [item["key"] for item in page["items"]]
        address = page["next"]
    assert found == [f"place-{n}" for n in range(8)]
    assert client.get("/api/places?offset=1000").json() == {"count": 8, "next": None, "items": []}


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=x", "offset=-1", "q=" + "a" * 201, "colour=red", "sort=colour", "kind=x"]
)
def test_a_question_that_makes_no_sense_is_refused_by_name(client, query):
    answer = client.get(f"/api/places?{query}")
    assert answer.status_code == 422
    fault = answer.json()["detail"][0]
    assert fault["loc"] == ["query", query.partition("=")[0]]
    assert fault["msg"]


@pytest.mark.parametrize("path", ["places/nowhere", "places/new", "nothing", "places/", "places/a/b", "places/%00"])
def test_what_is_not_there_is_said_in_json(client, path):
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/json")
    assert answer.json()["detail"]


@by_kind
def test_reading_is_all_it_does(kind, book, readers):
    for path in (f"/api/{kind.plural}", f"/api/{kind.plural}/{kind.name}-0"):
        for method in ("post", "put", "patch", "delete"):
            for reader in readers.values():
                answer = getattr(reader, method)(path)
                assert answer.status_code == 405, (method, path)
                assert "GET" in answer["Allow"]
        head = readers["public"].head(path)
        assert head.status_code == 200
        assert not head.content


@pytest.mark.parametrize(
    "path",
    ["/api/", "/api/places", "/api/places/place-0", "/places/place-0", "/places/place-0.json", "/places/",
     "/places.json", "/places/place-0.jsonld", "/events/event-0", "/units/unit-0/history"],
)  # fmt: skip
def test_what_has_not_changed_is_not_sent_again(book, client, path):
    for encoding in ("", "gzip"):
        first = client.get(path, headers={"Accept-Encoding": encoding})
        tag = first["ETag"]
        again = client.get(path, headers={"Accept-Encoding": encoding, "If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"].removeprefix("W/") == tag.removeprefix("W/")
    keep("place", note={"en": "Changed."})
    keep("event", note={"en": "Changed."})
    keep("unit", note={"en": "Changed."})
    if path not in ("/api/", "/places/"):
        changed = client.get(path, headers={"If-None-Match": first["ETag"].removeprefix("W/")})
        assert changed.status_code == 200


def test_languages_are_told_apart_by_caches(book, client):
    english = client.get("/places/place-0", headers={"Accept-Language": "en"})
    chinese = client.get("/places/place-0", headers={"Accept-Language": "zh-hans", "If-None-Match": english["ETag"]})
    assert chinese.status_code == 200
    assert "Accept-Language" in english["Vary"]


def test_an_alliance_and_a_group_of_countries_narrow_a_list(client):
    keep_samples(0, 1)
    keep("place", 5, parent=None, members=["place-1"], kind="group")
    assert client.get("/api/memberships?alliance=alliance-1").json()["count"] == 1
    assert client.get("/api/units?place=place-0").json()["count"] == 2, "place-1 lies within place-0"
    assert client.get("/api/units?place=place-5").json()["count"] == 1, "place-1 belongs to the group place-5"
    assert client.get("/api/units?country=place-1").json()["count"] == 1


def test_the_documentation_page_asks_nobody_else(client):
    page = client.get("/api/docs")
    text = page.content.decode()
    assert page.status_code == 200
    assert "http://" not in text
    assert "https://" not in text
    for part in text.split("<script")[1:]:
        assert ' src="/static/' in part or part.startswith(' type="application/json"')
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
