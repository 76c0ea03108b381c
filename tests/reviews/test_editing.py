"""The form of somebody who keeps an organisation: keys made for them, languages and rows added, nothing typed lost."""

import pytest

from guildbook.kit.actions import changes_of
from guildbook.kit.record_types import by_name
from reviews.conftest import form_of

PERSON, UNIT, SOURCE = by_name("person"), by_name("unit"), by_name("source")


def test_a_new_record_is_a_draft_of_ones_own_house_and_gets_its_key_from_the_book(lan, stranger):
    sent = form_of(lan.client, "/people/new")
    assert (sent["status"], sent["steward"]) == ("draft", "organisation-0")
    assert "key" not in sent
    answer = lan.client.post("/people/new", {**sent, "names.zh-Hans": "李伟", "key": "chosen-by-me"})
    record = PERSON.model.objects.get(status="draft")
    assert answer["Location"] == f"/people/{record.key}"
    assert record.key.startswith("liwei-")
    change = changes_of(PERSON, record.key).get()
    assert (change.who, change.body, change.draft) == ("lan", "organisation-0", True)
    assert lan.client.get(f"/people/{record.key}").status_code == 200
    assert stranger.client.get(f"/people/{record.key}/edit").status_code == 404
    assert stranger.client.get("/people/person-0/edit").status_code == 403


def test_a_form_sent_back_unchanged_leaves_no_trace(staff, lan):
    from conformance.samples import keep_samples

    keep_samples(0)
    for kind in ("unit", "event", "organisation", "agreement", "programme", "indicator", "plan"):
        record_type = by_name(kind)
        address = f"/{record_type.plural}/{kind}-0/edit"
        before = changes_of(record_type, f"{kind}-0").count()
        answer = staff.client.post(address, form_of(staff.client, address))
        assert answer.status_code == 302, (kind, answer.content.decode()[:3000])
        assert changes_of(record_type, f"{kind}-0").count() == before, kind


def test_languages_and_rows_are_added_without_a_script(lan):
    sent = {**form_of(lan.client, "/units/new"), "names.en": "Half written", "fields.1": "field-0"}
    page = lan.client.post("/units/new", {**sent, "_add": "names", "_tag.names": "th"}).content.decode()
    assert 'name="names.th"' in page
    assert "Half written" in page
    page = lan.client.post("/units/new", {**sent, "_add": "names", "_tag.names": "th", "_other.names": "fr"})
    assert 'name="names.fr"' in page.content.decode()
    sent["partners.1.organisation"] = "organisation-0"
    page = lan.client.post("/units/new", {**sent, "_add": "partners"}).content.decode()
    assert 'name="partners.3.organisation"' in page
    assert 'value="field-0"' in page
    gone = lan.client.post("/units/new", {**sent, "_remove": "partners.1"}).content.decode()
    assert 'name="partners.1.organisation" value=""' in gone
    assert not UNIT.model.objects.exists()


def test_a_language_nobody_can_mean_is_refused_beside_its_field(lan):
    sent = {**form_of(lan.client, "/people/new"), "names.klingon!": "Worf"}
    answer = lan.client.post("/people/new", sent)
    assert answer.status_code == 422
    assert "is not a language tag" in answer.content.decode()
    assert "Worf" in answer.content.decode()


def test_a_source_is_made_on_the_spot_and_cited_or_nothing_is_kept(lan):
    sent = form_of(lan.client, "/people/person-0/edit")
    source = {"new_source.title": "A letter", "new_source.kind": "document", "new_source.quote": "She teaches."}
    wrong = {**sent, **source, "new_source.published": "soon"}
    answer = lan.client.post("/people/person-0/edit", wrong)
    assert answer.status_code == 422
    assert "soon" in answer.content.decode()
    assert SOURCE.model.objects.count() == 1
    refused = lan.client.post("/people/person-0/edit", {**sent, **source, "since": "never"})
    assert refused.status_code == 422
    assert "A letter" in refused.content.decode()
    assert SOURCE.model.objects.count() == 1
    assert lan.client.post("/people/person-0/edit", {**sent, **source}).status_code == 302
    made = SOURCE.model.objects.get(title__en="A letter")
    assert made.steward.key == "organisation-0"
    cited = changes_of(PERSON, "person-0").first().after["citations"]
    assert cited[-1] == {"source": made.key, "quote": "She teaches."}


@pytest.mark.parametrize(("typed", "said"), [("2023-11", "Nov 2023"), ("2019~", "about 2019"), ("soon", "not a date")])
def test_a_date_is_read_back_while_it_is_typed(client, typed, said):
    assert said in client.get("/dated", {"since": typed}).content.decode()


def test_names_are_offered_only_of_what_one_may_see(lan, stranger, client):
    sent = {**form_of(lan.client, "/people/new"), "names.en": "Quetzal"}
    lan.client.post("/people/new", sent)
    key = PERSON.model.objects.get(status="draft").key
    assert key in lan.client.get("/named/people", {"person": "quetz"}).content.decode()
    for other in (stranger.client, client):
        assert other.get("/named/people", {"person": "quetz"}).content.strip() == b""


def test_a_record_is_not_given_to_a_house_one_does_not_keep(lan):
    sent = {**form_of(lan.client, "/people/person-0/edit"), "steward": "organisation-1"}
    assert lan.client.post("/people/person-0/edit", sent).status_code == 403
    assert PERSON.model.objects.get(key="person-0").steward.key == "organisation-0"
