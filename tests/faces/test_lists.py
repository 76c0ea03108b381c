"""Lists: what a search, a facet, a sort and a page number find."""

import pytest

from conformance.samples import keep
from guildbook.faces.lists import list_records, read_asked, select
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.record_types import by_name

pytestmark = pytest.mark.django_db
PLACE, UNIT, ORGANISATION = by_name("place"), by_name("unit"), by_name("organisation")


def place(key, kind, parent=None, members=(), **names):
    keep("place", key=key, kind=kind, parent=parent, members=list(members), names=names or {"en": key.title()})


@pytest.fixture(autouse=True)
def _world():
    place("china", "country")
    place("guangxi", "province", "china")
    place("nanning", "city", "guangxi")
    place("laos", "country")
    place("vietnam", "country", vi="Việt Nam", en="Viet Nam")
    place("asean", "group", members=["laos", "vietnam"])
    alone = {"steward": None, "citations": [], "parent": None}
    for key, where in (("nanning-college", "nanning"), ("lao-college", "laos"), ("hanoi-college", "vietnam")):
        names = [{"text": key.replace("-", " ").title(), "language": "en"}]
        if key == "hanoi-college":
            names.append({"text": "Trường Đào tạo Hà Nội", "language": "vi"})
        keep("organisation", key=key, place=where, names=names, **alone)
    bare = {"agreement": None, "alliance": None, "fields": [], "states": [], "steward": None, "citations": []}
    founders = [{"organisation": "nanning-college", "role": "founder"}, {"organisation": "lao-college", "role": "host"}]
    keep("unit", key="joint", place="laos", partners=founders, **bare)
    twice = [{"organisation": "nanning-college", "role": role} for role in ("founder", "host")]
    keep("unit", key="twice", place="nanning", partners=twice, **bare)


def keys(record_type, actor=PUBLIC, /, **asked):
    return [record.key for record in select(record_type, actor, read_asked(record_type, asked))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("đào tạo", ["hanoi-college"]),
        ("dao tao", ["hanoi-college"]),
        ("DAO   ha noi", ["hanoi-college"]),
        ("college nanning", ["nanning-college"]),
        ("nanning dao", []),
        ("%", []),
        ("_", []),
        ("", ["hanoi-college", "lao-college", "nanning-college"]),
    ],
)
def test_a_search_finds_all_its_words_however_written(words, found):
    assert keys(ORGANISATION, q=words) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"place": "china"}, ["nanning-college"]),
        ({"place": "guangxi"}, ["nanning-college"]),
        ({"place": "asean"}, ["hanoi-college", "lao-college"]),
        ({"country": "china"}, ["nanning-college"]),
        ({"country": "laos", "kind": "school"}, ["lao-college"]),
        ({"country": "laos", "kind": "company"}, []),
        ({"place": "atlantis"}, []),
        ({"unknown": "laos"}, ["hanoi-college", "lao-college", "nanning-college"]),
    ],
)
def test_places_hold_what_lies_within_them_and_groups_their_countries(asked, found):
    assert keys(ORGANISATION, **asked) == found


def test_a_facet_narrowed_to_some_rows_asks_one_row_for_both():
    assert keys(UNIT, founder="lao-college") == []
    assert keys(UNIT, partner="lao-college") == ["joint"]
    assert keys(UNIT, founder_place="guangxi") == ["joint", "twice"]
    assert keys(UNIT, founder_place="asean") == []


def test_a_record_that_fits_twice_is_listed_and_counted_once():
    assert keys(UNIT, partner="nanning-college") == ["joint", "twice"]
    found = list_records(UNIT, PUBLIC, read_asked(UNIT, {}))
    values = {facet.name: {value.value: value.count for value in values} for facet, values in found.facets}
    assert values["partner_country"] == {"china": 2, "laos": 1}
    assert found.count == 2


def test_facets_count_what_fits_everything_else():
    found = list_records(ORGANISATION, PUBLIC, read_asked(ORGANISATION, {"country": "laos"}))
    values = {facet.name: values for facet, values in found.facets}
    assert {value.value: value.count for value in values["country"]} == {"china": 1, "laos": 1, "vietnam": 1}
    assert [value.value for value in values["country"] if value.chosen] == ["laos"]
    assert [(value.value, value.count) for value in values["kind"]] == [("school", 1)]


def test_sorting_both_ways_and_by_nothing_known():
    assert keys(ORGANISATION, sort="-place")[0] == "hanoi-college"
    assert keys(ORGANISATION, sort="place")[0] == "lao-college"
    assert keys(ORGANISATION, sort="password") == keys(ORGANISATION)


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 30, "²"])
def test_any_page_number_shows_a_page(client, page):
    assert client.get("/organisations/", {"page": page}).status_code == 200


def test_what_is_withdrawn_leaves_the_lists():
    keep("place", key="laos", kind="country", parent=None, members=[], names={"en": "Laos"}, status="withdrawn")
    assert "laos" not in keys(PLACE)
    assert "laos" not in keys(PLACE, SYSTEM)
    assert keys(PLACE, q="laos") == []


@pytest.mark.parametrize("value", ["x", "9" * 19, "9" * 18, "-1", "1.5", "٣"])
def test_a_facet_of_numbers_takes_no_harm_from_words(value):
    event = by_name("event")
    assert keys(event, session=value) == []
