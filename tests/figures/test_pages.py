"""The faces of figures: pages, data, API, command and panel say the same and refuse in words."""

import io
import json
import re

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from .conftest import claim

pytestmark = pytest.mark.usefixtures("book")

SHAPE = {
    "indicator": str, "title": str, "theme": str, "subject": (dict, type(None)), "filters": dict,
    "at": (str, type(None)), "value": (int, float, type(None)), "qualifier": str, "text": str, "mark": str,
    "as_of": dict, "on_record": (int, float, type(None)), "reported": (int, float, type(None)),
    "reported_qualifier": (str, type(None)), "missing": (int, float, type(None)), "url": str, "language": str,
    "definition": str, "claims": list, "returns": list, "records": list, "records_counted": dict, "values": list,
    "breakdowns": list, "beside": list, "reporting": (dict, type(None)),
}  # fmt: skip


@pytest.fixture
def claimed(book):
    claim("c", 11, as_of="2023-08-31", quote="They run 11 synthetic schools.", paragraph="3")


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.usefixtures("claimed")
def test_the_page_answers_in_its_title_and_shows_what_stands_behind(client):
    response = client.get("/figures/schools-abroad?subject=place:north")
    text = words(response)
    assert response.status_code == 200
    assert "Schools abroad, Northland: 11 (published only) published, 1 on record" in text
    assert "As of 31 Aug 2023." in text
    assert "Synthetic gazette" in text
    assert "They run 11 synthetic schools." in text
    assert "10 not on record" in text
    assert "10 are counted by their source and not named in this book." in text
    assert "Synthetic shared school" in text
    assert 'href="/sources/gazette#p3"' in response.content.decode()
    assert 'href="/figures/schools-abroad.json?subject=place:north"' in response.content.decode()


def test_breakdown_bars_are_figures_and_lead_to_the_narrowed_page(client):
    page = client.get("/figures/members?subject=alliance:guild").content.decode()
    link = "/figures/members?subject=alliance:guild&amp;country=north"
    assert link in page
    narrowed = client.get(link.replace("&amp;", "&"))
    assert "Members, Synthetic guild: 2 (on record) on record" in words(narrowed)
    assert "Synthetic town-college · Synthetic guild" in words(narrowed)
    assert "Synthetic south-college · Synthetic guild" not in words(narrowed)


@pytest.mark.usefixtures("claimed")
def test_the_index_asks_everything_of_the_book_and_of_those_spoken_of(client):
    response = client.get("/figures/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "10 figures, and what stands behind each" in words(response)
    assert '<a class="fig cla" href="/figures/schools-abroad?subject=place:north">11' in page
    assert '<a class="fig rec" href="/figures/members">4' in page
    assert "As of 31 Dec 2021." in words(client.get("/figures/?at=2021"))


@pytest.mark.parametrize("path", ["/figures/{}", "/figures/{}.json", "/figures/{}.jsonld", "/figures/{}.xlsx"])
@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("nothing", 404, "The book has no indicator “nothing”."),
        ("members?subject=place:nowhere", 404, "The book has no subject “place:nowhere”."),
        ("members?subject=north", 400, "“north” is not a subject"),
        ("members?at=2023-02-31", 400, "“2023-02-31” is not a date"),
        ("members?at=../..", 400, "“../..” is not a date"),
        ("members?colour=red", 400, "This figure cannot be asked by “colour”; it can by country, role, kind"),
        ("learners?colour=red", 400, "it can by place."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(client, path, question, status, said):
    key, __, query = question.partition("?")
    response = client.get(f"{path.format(key)}?{query}")
    assert response.status_code == status
    assert said in (json.loads(response.content)["error"] if "." in path else words(response))


@pytest.mark.usefixtures("claimed")
def test_json_keeps_its_shape(client):
    data = client.get("/figures/schools-abroad.json?subject=place:north").json()
    assert {name: type(value) for name, value in data.items()}.keys() == SHAPE.keys()
    for name, kind in SHAPE.items():
        assert isinstance(data[name], kind), name
    assert (data["value"], data["mark"], data["on_record"], data["missing"]) == (11, "cla", 1, 10)
    assert data["claims"][0]["locator"] == {"paragraph": 3, "start": None, "end": None}
    assert data["claims"][0]["verdict"] == "agrees"
    assert data["records"] == [
        {"type": "unit", "key": "shared-school", "label": "Synthetic shared school", "url": "/units/shared-school"}
    ]
    assert data["records_counted"] == {"unit": 1}
    assert data["breakdowns"][0]["values"][0]["url"] == "/figures/schools-abroad?subject=place:north&country=south"


def test_json_of_values_names_them(client):
    data = client.get("/figures/countries.json?subject=alliance:guild&at=2021-12-31").json()
    assert [value["label"] for value in data["values"]] == ["Northland", "Southland"]
    assert data["at"] == "2021-12-31"


@pytest.mark.usefixtures("claimed")
def test_jsonld_is_an_observation_derived_from_its_witnesses(client):
    response = client.get("/figures/schools-abroad.jsonld?subject=place:north")
    data = response.json()
    assert response["Content-Type"] == "application/ld+json"
    assert (data["@type"], data["schema:value"]) == ("qb:Observation", 11)
    assert {"@id": "http://testserver/claims/c"} in data["prov:wasDerivedFrom"]
    assert {"@id": "http://testserver/units/shared-school"} in data["prov:wasDerivedFrom"]


def test_the_workbook_holds_answer_witnesses_records_and_breakdowns(client):
    claim("formula", 11, as_of="2023-08-31", quote='=HYPERLINK("x")', counts="=1+1")
    response = client.get("/figures/schools-abroad.xlsx?subject=place:north")
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Figure", "Witnesses", "Records", "Breakdowns"]
    assert dict(book["Figure"].iter_rows(max_col=2, values_only=True))["Value"] == 11
    witness = next(book["Witnesses"].iter_rows(min_row=2))
    assert witness[1].value == "=1+1"
    assert witness[1].data_type == "s"
    assert "schools-abroad.xlsx" in response["Content-Disposition"]


@pytest.mark.usefixtures("claimed")
def test_page_api_and_json_say_the_same(client):
    question = "schools-abroad?subject=place:north&at=2024"
    key, __, query = question.partition("?")
    assert client.get(f"/api/figures/{question}").json() == client.get(f"/figures/{key}.json?{query}").json()


def test_the_api_lists_every_indicator_page_by_page(client):
    first = client.get("/api/figures?limit=4&subject=alliance:guild").json()
    assert first["count"] == 10
    assert [item["indicator"] for item in first["items"]] == ["city-links", "countries", "events-held", "founders"]
    rest = client.get(first["next"]).json()
    assert rest["items"][0]["subject"]["name"] == "alliance:guild"
    assert client.get("/api/figures/nothing").status_code == 404
    assert client.get("/api/figures?at=never").status_code == 422
    assert client.get("/api/figures?colour=red").status_code == 422


@pytest.mark.usefixtures("claimed")
def test_the_command_lists_every_figure():
    out = io.StringIO()
    call_command("figures", stdout=out)
    line = next(line for line in out.getvalue().splitlines() if "schools-abroad [place:north]" in line)
    assert re.split(r"\s{2,}", line) == [
        "○", "11", "schools-abroad [place:north]", "1 on record; 10 missing; gazette agrees",
    ]  # fmt: skip


@pytest.mark.usefixtures("claimed")
def test_the_command_takes_a_day_a_subject_and_prints_json():
    out = io.StringIO()
    call_command("figures", "--json", "--at", "2021-12-31", "--subject", "alliance:guild", stdout=out)
    figures = {figure["indicator"]: figure for figure in json.loads(out.getvalue())["figures"]}
    assert (figures["members"]["value"], figures["members"]["mark"], figures["members"]["claims"]) == (2, "rec", 0)
    assert figures["members"]["subject"]["name"] == "alliance:guild"
    with pytest.raises(CommandError, match="is not a date"):
        call_command("figures", "--at", "soon")
    with pytest.raises(CommandError, match="no subject"):
        call_command("figures", "--subject", "place:nowhere")


@pytest.mark.usefixtures("claimed")
def test_a_place_s_page_shows_its_figures(client):
    page = client.get("/places/north").content.decode()
    assert '<a class="fig cla" href="/figures/schools-abroad?subject=place:north">11' in page
    assert '<a class="fig rec" href="/figures/members?subject=place:north">2' in page


def test_a_figure_page_costs_as_many_queries_for_many_records_as_for_one(client, django_assert_max_num_queries):
    from .conftest import keep

    with django_assert_max_num_queries(60) as few:
        client.get("/figures/members?subject=alliance:guild")
    for n in range(20):
        name = [{"text": f"Synthetic extra {n}", "language": "en"}]
        keep("organisation", {"key": f"extra-{n}", "kind": "school", "place": "west", "names": name})
        keep("membership", {"key": f"extra-{n}", "alliance": "guild", "organisation": f"extra-{n}"})
    with django_assert_max_num_queries(len(few)):
        response = client.get("/figures/members?subject=alliance:guild")
    assert "Synthetic extra 19" in words(response)


def test_long_lists_of_records_are_paged(client):
    from .conftest import keep

    for n in range(60):
        keep("unit", {"key": f"u-{n:02d}", "names": {"en": f"Unit {n:02d}"}, "kind": "workshop", "state": "open"})
    first, second = (client.get(f"/figures/schools-abroad?page={n}") for n in (1, 2))
    assert "Unit 10" in words(first)
    assert "Unit 59" not in words(first)
    assert "Unit 59" in words(second)
    assert client.get("/figures/schools-abroad?page=x").status_code == 200


def test_chinese_pages_read(client):
    response = client.get("/figures/members?subject=alliance:guild&lang=zh-hans", follow=True)
    assert response.status_code == 200
