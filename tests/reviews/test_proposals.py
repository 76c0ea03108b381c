"""Where the alliance wants to look first: proposed, approved, sent back, revised, withdrawn; the record as it was."""

import pytest
from django.core.exceptions import PermissionDenied

from guildbook.kit.actions import changes_of, stored
from guildbook.kit.documents import DocumentError, document, read_document
from guildbook.kit.record_types import by_name
from guildbook.notices.models import Notice
from guildbook.reviews.actions import Kept, Proposed, accept, keep_or_propose
from guildbook.reviews.models import Proposal
from guildbook.reviews.registry import Todo, offer_todo, todos_of
from reviews.conftest import form_of

PERSON = by_name("person")
EDIT = "/people/person-0/edit"
pytestmark = pytest.mark.usefixtures("reviewed")


def held():
    return PERSON.model.objects.get(key="person-0")


def propose(person, **changed):
    sent = form_of(person.client, EDIT)
    changed = {name.replace("__", "."): value for name, value in changed.items()}
    answer = person.client.post(EDIT, {**sent, **changed})
    assert answer.status_code == 302, answer.content.decode()
    return Proposal.objects.first()


def test_a_publication_waits_and_the_record_stays(lan, client):
    proposal = propose(lan, names__en="Proposed name", why="she married")
    assert held().names["en"] == "Person 0"
    assert (proposal.who, proposal.base_version, proposal.why) == ("lan", 1, "she married")
    assert proposal.organisation.key == "organisation-0"
    assert "Proposed" not in client.get("/people/person-0").content.decode()
    assert "waits for approval" in lan.client.get("/people/person-0").content.decode()
    assert "waits for approval" not in client.get("/people/person-0").content.decode()


def test_drafts_are_kept_at_once_and_wait_when_they_are_to_be_published(lan):
    sent = {**form_of(lan.client, "/people/new"), "names.en": "New one"}
    lan.client.post("/people/new", sent)
    record = PERSON.model.objects.get(status="draft")
    assert not Proposal.objects.exists()
    address = f"/people/{record.key}/edit"
    lan.client.post(address, {**form_of(lan.client, address), "status": "published"})
    assert PERSON.model.objects.get(pk=record.pk).status == "draft"
    assert Proposal.objects.get().document["status"] == "published"


def test_staff_and_the_secretariat_need_nobody(staff, secretary):
    draft = read_document(PERSON, {**document(PERSON, stored(PERSON, held())), "since": "2019"}, held())
    assert isinstance(keep_or_propose(staff.actor, PERSON, draft, ""), Kept)


def test_the_same_document_twice_is_one_proposal_and_no_change_is_none(lan):
    data = document(PERSON, stored(PERSON, held()))
    kept = keep_or_propose(lan.actor, PERSON, read_document(PERSON, data, held()), "")
    assert isinstance(kept, Kept)
    for __ in range(2):
        draft = read_document(PERSON, {**data, "since": "2019"}, held())
        assert isinstance(keep_or_propose(lan.actor, PERSON, draft, "from a file"), Proposed)
    assert Proposal.objects.count() == 1


def test_what_could_not_be_kept_cannot_be_proposed(lan, stranger):
    answer = lan.client.post(EDIT, {**form_of(lan.client, EDIT), "since": "2020", "until": "2019"})
    assert answer.status_code == 422
    assert "end lies before" in answer.content.decode()
    data = {**document(PERSON, stored(PERSON, held())), "since": "2019"}
    with pytest.raises(PermissionDenied):
        keep_or_propose(stranger.actor, PERSON, read_document(PERSON, data, held()), "")
    assert not Proposal.objects.exists()


def test_approved_it_is_kept_in_the_name_of_who_proposed_it(lan, secretary):
    proposal = propose(lan, names__en="Proposed name", why="she married")
    assert [one.kind for one in Notice.objects.filter(user=secretary.user)] == ["proposal-waiting"]
    page = secretary.client.get(f"/reviews/{proposal.pk}").content.decode()
    assert "<ins>Proposed name</ins>" in page
    answer = secretary.client.post(f"/reviews/{proposal.pk}/decide", {"accept": "1", "version": "1"})
    assert answer["Location"] == "/people/person-0"
    change = changes_of(PERSON, "person-0").first()
    assert (change.who, change.body) == ("lan", "organisation-0")
    assert change.why == "she married · approved by Alliance 0"
    assert [one.kind for one in Notice.objects.filter(user=lan.user)] == ["proposal-accepted"]
    again = secretary.client.post(f"/reviews/{proposal.pk}/decide", {"accept": "1", "version": "2"})
    assert again.status_code == 422
    assert changes_of(PERSON, "person-0").count() == 2


def test_what_changed_meanwhile_goes_together_or_is_decided(lan, staff, secretary):
    proposal = propose(lan, names__en="Proposed name", since="2018")
    staff.client.post(EDIT, {**form_of(staff.client, EDIT), "names.en": "Other name", "note.en": "Noted."})
    page = secretary.client.get(f"/reviews/{proposal.pk}").content.decode()
    assert "changed since this was proposed" in page
    with pytest.raises(DocumentError, match="decide which"):
        accept(secretary.actor, proposal, {})
    decide = {"accept": "1", "version": "2", "choice.names": "mine"}
    assert secretary.client.post(f"/reviews/{proposal.pk}/decide", decide).status_code == 302
    kept = changes_of(PERSON, "person-0").first().after
    assert (kept["names"]["en"], kept["since"], kept["note"]["en"]) == ("Proposed name", "2018", "Noted.")


def test_a_decision_on_what_was_not_seen_is_asked_again(lan, staff, secretary):
    proposal = propose(lan, since="2018")
    staff.client.post(EDIT, {**form_of(staff.client, EDIT), "note.en": "Noted."})
    answer = secretary.client.post(f"/reviews/{proposal.pk}/decide", {"accept": "1", "version": "1"})
    assert answer.status_code == 422
    assert "once more" in answer.content.decode()
    assert held().since == "2019~"


def test_sent_back_put_right_and_approved(lan, mei, secretary):
    proposal = propose(lan, names__en="Propsed name")
    address = f"/reviews/{proposal.pk}"
    empty = secretary.client.post(f"{address}/decide", {"send_back": "1", "remarks": " "})
    assert empty.status_code == 422
    assert "say what is to be put right" in empty.content.decode()
    secretary.client.post(f"{address}/decide", {"send_back": "1", "remarks": "A letter is missing."})
    assert Notice.objects.get(user=lan.user).kind == "proposal-returned"
    desk = lan.client.get("/desk/").content.decode()
    assert "Put right and send again" in desk
    assert "A letter is missing." in desk
    sent = form_of(mei.client, f"{address}/edit")
    assert sent["names.en"] == "Propsed name"
    mei.client.post(f"{address}/edit", {**sent, "names.en": "Proposed name"})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.who, proposal.document["names"]["en"]) == ("waiting", "mei", "Proposed name")
    assert [step["what"] for step in proposal.course] == ["proposed", "returned", "proposed"]
    assert proposal.course[1]["remarks"] == "A letter is missing."
    assert proposal.course[2]["document"]["names"]["en"] == "Propsed name"
    secretary.client.post(f"{address}/decide", {"accept": "1", "version": "1"})
    assert held().names["en"] == "Proposed name"


def test_withdrawn_it_waits_no_more(lan, secretary):
    proposal = propose(lan, since="2018")
    assert secretary.client.post(f"/reviews/{proposal.pk}/withdraw").status_code == 403
    assert lan.client.post(f"/reviews/{proposal.pk}/withdraw").status_code == 302
    assert secretary.client.post(f"/reviews/{proposal.pk}/decide", {"accept": "1"}).status_code == 422
    assert held().since == "2019~"


def test_nobody_else_learns_of_a_proposal(lan, stranger, client):
    proposal = propose(lan, names__en="Proposed name")
    address = f"/reviews/{proposal.pk}"
    assert client.get(address).status_code == 302
    for path in (address, f"{address}/edit"):
        assert stranger.client.get(path).status_code == 404
    for path in (f"{address}/decide", f"{address}/withdraw"):
        assert stranger.client.post(path, {"accept": "1"}).status_code == 404
    assert lan.client.post(f"{address}/decide", {"accept": "1", "version": "1"}).status_code == 403
    assert "Proposed" not in stranger.client.get("/reviews/").content.decode().replace("Proposed changes", "")
    assert held().names["en"] == "Person 0"


def test_a_new_record_waits_under_its_key_and_comes_with_approval(lan, secretary):
    sent = {**form_of(lan.client, "/people/new"), "names.en": "New one", "status": "published"}
    lan.client.post("/people/new", sent)
    proposal = Proposal.objects.get()
    assert PERSON.model.objects.count() == 1
    assert secretary.client.get(f"/reviews/{proposal.pk}").status_code == 200
    secretary.client.post(f"/reviews/{proposal.pk}/decide", {"accept": "1", "version": "0"})
    assert PERSON.model.objects.get(key=proposal.record_key).names == {"en": "New one"}


def test_undoing_is_a_publication_too(lan, staff):
    staff.client.post(EDIT, {**form_of(staff.client, EDIT), "since": "2019"})
    change = changes_of(PERSON, "person-0").first()
    answer = lan.client.post(f"/people/person-0/undo/{change.pk}")
    assert answer["Location"] == f"/reviews/{Proposal.objects.get().pk}"
    assert held().since == "2019"


def test_the_desk_shows_what_areas_ask_for(lan, secretary, monkeypatch):
    monkeypatch.setattr("guildbook.reviews.registry._todos", [])
    offer_todo(lambda actor: [Todo("Later", "/later"), Todo("Now", "/now")] if actor.user == lan.user.pk else [])
    assert [todo.text for todo in todos_of(lan.actor)] == ["Later", "Now"]
    assert "/later" in lan.client.get("/desk/").content.decode()
    assert "/later" not in secretary.client.get("/desk/").content.decode()


def test_the_desk_of_the_secretariat_counts_what_waits(lan, secretary):
    propose(lan, since="2018")
    assert "1 change waits for your approval" in secretary.client.get("/desk/").content.decode()
    assert "Person 0" in secretary.client.get("/reviews/").content.decode()
