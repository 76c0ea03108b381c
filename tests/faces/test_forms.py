"""Forms: nothing that was typed is lost, every fault stands beside its field, and nobody's change is overwritten."""

import pytest
from django.contrib.auth import get_user_model

from conformance.samples import keep, keep_samples
from guildbook.faces.forms import empty_form, posted_form, read_posted
from guildbook.kit.actions import changes_of
from guildbook.kit.documents import Fault
from guildbook.kit.record_types import by_name

pytestmark = pytest.mark.django_db
UNIT, PERSON, AGREEMENT = by_name("unit"), by_name("person"), by_name("agreement")


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_user("wei", password=None, is_staff=True))
    return client


def fields_of(form):
    rows = [field for part in form.parts for row in part.rows for field in row]
    return {field["name"]: field for field in [*form.fields, *rows]}


def test_a_new_record(staff):
    answer = staff.post("/people/new", {"key": "li-wei", "names.zh-Hans": "李伟", "names.en": "", "why": "a visit"})
    assert (answer.status_code, answer["Location"]) == (302, "/people/li-wei")
    change = changes_of(PERSON, "li-wei").get()
    assert (change.who, change.why, change.after["names"]) == ("wei", "a visit", {"zh-Hans": "李伟"})


def test_a_key_is_taken_once(staff):
    keep_samples(0)
    answer = staff.post("/people/new", {"key": "person-0", "names.en": "Another"})
    assert answer.status_code == 422
    assert "taken" in answer.content.decode()
    assert PERSON.model.objects.get().names["en"] == "Person 0"


def test_a_new_form_is_filled_from_the_address(staff):
    form = fields_of(empty_form(by_name("role"), None, {"person": "person-0", "colour": "red"}))
    assert form["person"]["value"] == "person-0"
    assert "colour" not in form
    assert staff.get("/roles/new?person=person-0").status_code == 200


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(staff):
    keep_samples(0)
    sent = {
        "version": "1",
        "names.en": "Kept as typed",
        "kind": "castle",
        "state": "open",
        "since": "soon",
        "fields": "field-0; alchemy",
        "partners.1.organisation": "nobody",
        "partners.1.role": "founder",
        "note.en": "a\x07b",
    }
    answer = staff.post("/units/unit-0/edit", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    for typed in ("Kept as typed", "soon", "alchemy", "nobody"):
        assert typed in text
    for words in ("none of", "alchemy", "“nobody”", "U+0007"):
        assert words in text
    assert UNIT.model.objects.get().names["en"] == "Unit 0"


def test_broken_json_comes_back_as_it_was_typed(staff):
    keep_samples(0)
    event = by_name("event")
    sent = {"sessions.1.title": '{"en": "Open', "key": "event-0"}
    form = fields_of(posted_form(event, sent, [Fault("sessions.1.title", "wrong")], "event-0"))
    assert form["sessions.1.title"]["value"] == '{"en": "Open'
    assert form["sessions.1.title"]["errors"] == ["wrong"]
    answer = staff.post("/indicators/indicator-0/edit", {"version": "1", "definition": "{" * 20_000})
    assert answer.status_code == 422


@pytest.mark.parametrize("version", ["", "7", "x", "9" * 5000])
def test_a_form_that_is_out_of_date_is_not_kept(staff, version):
    keep_samples(0)
    keep("person", names={"en": "Theirs"})
    answer = staff.post("/people/person-0/edit", {"version": version, "names.en": "Mine"})
    assert answer.status_code == 422
    assert "meanwhile" in answer.content.decode()
    assert PERSON.model.objects.get().names == {"en": "Theirs"}


def test_columns_a_form_does_not_offer_keep_what_they_hold(staff):
    keep_samples(0)
    sent = {"version": "1", "title.en": "Renamed", "kind": "press"}
    assert staff.post("/sources/source-0/edit", sent).status_code == 302
    kept = by_name("source").model.objects.get()
    assert kept.title == {"en": "Renamed"}
    assert kept.text.startswith("Over 800")


def test_rows_left_empty_are_dropped_and_gaps_closed():
    data = read_posted(
        UNIT,
        {
            "partners.1.role": "",
            "partners.5.organisation": "b",
            "partners.3.organisation": "a",
            "partners.x.role": "host",
        },
    )
    assert [row["organisation"] for row in data["partners"]] == ["a", "b"]


def test_texts_of_several_lines_have_room_for_them():
    keep_samples(0)
    form = fields_of(empty_form(AGREEMENT, AGREEMENT.model.objects.get(), {}))
    assert form["versions.2.text"]["kind"] == "textarea"
    assert form["versions.2.text"]["value"].count("\n") == 1
    keep("person", note={"en": "One.\nTwo."})
    assert fields_of(empty_form(PERSON, PERSON.model.objects.get(), {}))["note"]["long"]


def test_an_event_with_hundreds_of_rows_can_be_sent(staff):
    keep_samples(0)
    rows = {f"attendances.{n}.role": "role-0" for n in range(1, 1500)}
    sent = {"version": "1", "title.en": "Large", "kind": "forum", **rows}
    assert staff.post("/events/event-0/edit", sent).status_code == 302
    assert by_name("event").model.objects.get().attendances.count() == 1499
