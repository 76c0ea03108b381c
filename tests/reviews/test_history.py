"""History: readable, with ways back; people's names and a draft's past stay with those who keep the record."""

from guildbook.kit.actions import changes_of
from guildbook.kit.actors import PUBLIC
from guildbook.kit.queries import history_of
from guildbook.kit.record_types import by_name
from reviews.conftest import form_of

PERSON, ORGANISATION = by_name("person"), by_name("organisation")
EDIT, HISTORY = "/people/person-0/edit", "/people/person-0/history"


def change(person, **changed):
    sent = form_of(person.client, EDIT)
    assert person.client.post(EDIT, {**sent, **{name.replace("__", "."): value for name, value in changed.items()}})
    return changes_of(PERSON, "person-0").first()


def test_a_difference_reads_word_by_word(lan):
    change(lan, note__en="Teaches welding in Nanning.")
    change(lan, note__en="Teaches painting in Nanning.", since="2019-11")
    page = lan.client.get(HISTORY).content.decode()
    assert "Teaches <del>welding</del><ins>painting</ins> in Nanning." in page
    assert "<ins>Nov 2019</ins>" in page


def test_references_are_named_and_linked(staff, book):
    address = "/organisations/organisation-1/edit"
    staff.client.post(address, {**form_of(staff.client, address), "place": "place-0"})
    page = staff.client.get("/organisations/organisation-1/history").content.decode()
    assert '<del><a href="/places/place-1">Place 1</a></del>' in page
    assert '<ins><a href="/places/place-0">Place 0</a></ins>' in page


def test_readers_learn_which_house_but_not_who(lan, mei, stranger, client):
    change(lan, since="2019", why="by letter")
    for reader in (client, stranger.client):
        for address in (HISTORY, "/people/person-0", "/latest/"):
            page = reader.get(address).content.decode()
            assert "by letter" in page
            assert "College 0" in page
            assert ">lan" not in page
            assert "lan ·" not in page
    assert "lan · College 0" in mei.client.get(HISTORY).content.decode()
    assert "lan · College 0" in mei.client.get("/latest/").content.decode()


def test_what_was_written_in_a_draft_stays_with_its_keepers(lan, stranger, client):
    new = {**form_of(lan.client, "/people/new"), "names.en": "Secret first name", "why": "told in confidence"}
    lan.client.post("/people/new", new)
    key = PERSON.model.objects.get(status="draft").key
    address = f"/people/{key}/edit"
    sent = {**form_of(lan.client, address), "names.en": "Public name", "status": "published", "why": "agreed"}
    assert lan.client.post(address, sent).status_code == 302
    for reader in (client, stranger.client):
        for page in (f"/people/{key}/history", f"/people/{key}", "/latest/"):
            text = reader.get(page).content.decode()
            assert "agreed" in text, page
            assert "Secret" not in text, page
            assert "confidence" not in text, page
    keeper = lan.client.get(f"/people/{key}/history").content.decode()
    assert "Secret first" in keeper
    assert "told in confidence" in keeper
    record = PERSON.model.objects.get(key=key)
    assert [one.before for one in history_of(PUBLIC, PERSON, record)] == [None]


def test_an_old_change_is_undone_and_later_ones_stay(lan):
    mistake = change(lan, names__en="Wrong name")
    change(lan, since="2019")
    answer = lan.client.post(f"/people/person-0/undo/{mistake.pk}", {"why": "typed into the wrong record"})
    assert answer.status_code == 302
    newest = changes_of(PERSON, "person-0").first()
    assert newest.why == "typed into the wrong record"
    assert (newest.after["names"]["en"], newest.after["since"]) == ("Person 0", "2019")
    lan.client.post(f"/people/person-0/undo/{newest.pk}")
    assert changes_of(PERSON, "person-0").first().after["names"]["en"] == "Wrong name"


def test_undoing_what_was_written_over_is_decided_by_column(lan):
    mistake = change(lan, names__en="Wrong name")
    change(lan, names__en="Better name")
    page = lan.client.post(f"/people/person-0/undo/{mistake.pk}")
    assert page.status_code == 200
    assert "changed again since" in page.content.decode()
    assert changes_of(PERSON, "person-0").first().after["names"]["en"] == "Better name"


def test_a_record_is_set_back_to_a_state(lan):
    first = change(lan, names__en="One")
    change(lan, names__en="Two", since="2019")
    lan.client.post(f"/people/person-0/set-back/{first.pk}")
    newest = changes_of(PERSON, "person-0").first()
    assert newest.after == first.after
    assert "set back" in newest.why


def test_only_who_keeps_a_record_takes_changes_back(lan, stranger, client):
    made = change(lan, since="2019")
    for verb in ("undo", "set-back"):
        address = f"/people/person-0/{verb}/{made.pk}"
        assert client.post(address).status_code == 302
        assert client.post(address)["Location"].startswith("/sign-in")
        assert stranger.client.post(address).status_code == 403
        assert lan.client.post(f"/people/person-0/{verb}/{made.pk + 1000}").status_code == 404
        assert lan.client.get(address).status_code == 405
    assert changes_of(PERSON, "person-0").first().pk == made.pk
    assert "Take back" not in stranger.client.get(HISTORY).content.decode()


def test_a_change_of_another_record_is_not_taken_back_here(lan):
    other = changes_of(ORGANISATION, "organisation-1").first()
    assert lan.client.post(f"/people/person-0/undo/{other.pk}").status_code == 404


def test_the_first_entry_is_not_undone(lan):
    first = changes_of(PERSON, "person-0").last()
    answer = lan.client.post(f"/people/person-0/undo/{first.pk}", follow=True)
    assert "cannot be undone" in answer.content.decode()


def test_a_long_history_comes_in_pages(lan):
    for year in range(1980, 2015):
        change(lan, until="2030", since=str(year))
    first, second = (lan.client.get(f"{HISTORY}?page={n}").content.decode() for n in (1, 2))
    assert first.count("<li id=") == 30
    assert second.count("<li id=") == 6
    assert first.count("Set back to this state") == 29
    assert second.count("Set back to this state") == 6
