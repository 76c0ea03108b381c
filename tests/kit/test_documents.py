"""Documents: every kind of fault is named with its place, all at once; values are kept as they were meant."""

from decimal import Decimal

import pytest

from conformance.samples import keep_samples, sample
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import DocumentError, document, plain, read_document, same
from guildbook.kit.record_types import by_name, model_field

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book():
    keep_samples(0)


def faults(name, **changed):
    with pytest.raises(DocumentError) as refused:
        read_document(by_name(name), {**sample(name), **changed})
    return {fault.where: fault.message for fault in refused.value.faults}


@pytest.mark.parametrize(
    ("changed", "where", "words"),
    [
        ({"colour": "red"}, "colour", "there are"),
        ({"key": ""}, "key", "needs a key"),
        ({"key": "Not A Key"}, "key", "lower-case"),
        ({"kind": "castle"}, "kind", "joint-college"),
        ({"place": "atlantis"}, "place", "no place with the key “atlantis”"),
        ({"fields": "field-0"}, "fields", "list of keys"),
        ({"fields": ["field-0", "alchemy"]}, "fields.2", "alchemy"),
        ({"partners": "organisation-0"}, "partners", "list of rows"),
        ({"partners": ["organisation-0"]}, "partners.1", "mapping"),
        ({"partners": [{"role": "founder"}]}, "partners.1.organisation", "by its key"),
        ({"partners": [{"organisation": "organisation-0", "role": "king"}]}, "partners.1.role", "founder"),
        ({"partners": [{"organisation": "organisation-0", "role": "host", "x": 1}]}, "partners.1.x", "there are"),
        ({"citations": [{"source": "nowhere"}]}, "citations.1.source", "no source"),
        ({"citations": [{"source": "source-0", "paragraph": "two"}]}, "citations.1.paragraph", "integer"),
        ({"since": "yesterday"}, "since", "2023-11-30"),
        ({"names": {}}, "names", "blank"),
        ({"names": "Workshop"}, "names", "mapping"),
        ({"names": {"English": "Workshop"}}, "names", "zh-Hans"),
        ({"names": {"en": " "}}, "names", "empty"),
        ({"names": {"en": 3}}, "names", "empty"),
        ({"state": ["open"]}, "state", "one value"),
        ({"state": ""}, "state", "blank"),
        ({"key": "a" * 121}, "key", "120"),
    ],
)
def test_every_fault_names_its_place_and_what_would_be_right(changed, where, words):
    assert words in faults("unit", **changed)[where]


def test_all_faults_are_named_at_once():
    found = faults("unit", kind="castle", since="soon", place="atlantis", partners=[{"role": "king"}])
    assert set(found) == {"kind", "since", "place", "partners.1.organisation", "partners.1.role"}


@pytest.mark.parametrize("value", ["nan", "inf", "-Infinity", "91", "north", [1]])
def test_a_latitude_is_a_number_on_the_globe(value):
    assert "latitude" in faults("place", latitude=value)


@pytest.mark.parametrize("value", ["NaN", "1.23456", "many", "1" * 21])
def test_a_claims_value_is_a_number_the_book_can_hold(value):
    assert "value" in faults("claim", value=value)


def test_a_row_is_held_to_its_own_rule():
    assert "names.1.language" in faults("organisation", names=[{"text": "School", "language": "English"}])


def test_white_space_and_line_ends_that_say_nothing_are_not_kept():
    data = {**sample("unit"), "key": " unit-0 ", "names": {" en ": " Workshop\r\n"}}
    draft = read_document(by_name("unit"), data)
    assert draft.record.key == "unit-0"
    assert draft.record.names == {"en": "Workshop"}
    text = read_document(by_name("source"), {**sample("source"), "text": " One.\r\n\rTwo.\n"}).record.text
    assert text == " One.\n\nTwo.\n", "offsets into a source's text must not shift"


def test_numbers_come_out_as_they_were_written():
    field = model_field(by_name("claim").model, "value")
    assert plain(Decimal("800.0000"), field) == 800
    assert plain(Decimal("0.1000"), field) == 0.1
    assert plain(Decimal("1234567890123456.7891"), field) == "1234567890123456.7891"
    draft = read_document(by_name("claim"), {**sample("claim"), "value": 0.1})
    assert draft.record.value == Decimal("0.1")


def test_empty_columns_are_left_out():
    data = {"key": "person-5", "names": {"en": "Somebody"}, "note": None, "since": "", "citations": None}
    assert document(by_name("person"), read_document(by_name("person"), data)) == {
        "key": "person-5",
        "names": {"en": "Somebody"},
        "status": "published",
    }


def test_the_original_language_is_part_of_what_is_said():
    assert same({"names": {"en": "a", "vi": "b"}}, {"names": {"en": "a", "vi": "b"}})
    assert not same({"names": {"en": "a", "vi": "b"}}, {"names": {"vi": "b", "en": "a"}})
    assert not same(None, {})


def test_the_message_of_all_faults_can_be_shown_in_one_line():
    with pytest.raises(DocumentError, match=r"colour: .*; kind: "):
        read_document(by_name("unit"), {**sample("unit"), "colour": "red", "kind": "castle"})
    assert SYSTEM.is_staff
