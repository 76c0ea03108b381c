import re

import pytest
from django.test import Client

from guildbook.rounds.actions import Typed, approve, save_answers, submit
from guildbook.rounds.models import Entry, RoundState
from rounds import books
from rounds.books import STUDENTS, TRAINED

ANSWER = "/rounds/round-0/answer/organisation-0"
DESK = "/rounds/round-0/desk"


@pytest.fixture
def browsers(leads):
    """Clients of a lead of organisation 0, of organisation 1, of the secretariat, and of the public."""
    made = {}
    for name, user in (("own", "lead0"), ("other", "lead1"), ("secretary", "secretary")):
        made[name] = Client()
        made[name].force_login(books.get_user_model().objects.get(username=user))
    return {**made, "public": Client()}


def text(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def current(cell=STUDENTS, n=0):
    one = Entry.objects.filter(submission=books.submission(n), question=cell.question, current=True).first()
    return (one.answer, one.value) if one else None


def fill(n, actor, students="100", trained="40"):
    typed = {STUDENTS: Typed("value", students)}
    if n < 2:
        typed[TRAINED] = Typed("value", trained)
    save_answers(actor, books.submission(n), typed)
    submit(actor, books.submission(n))


def test_answers_are_a_secret_of_their_own_people_and_the_secretariat(browsers):
    for path in (ANSWER, f"{ANSWER}/submit", f"{ANSWER}/history/students"):
        assert browsers["own"].get(path).status_code == 200, path
        assert browsers["other"].get(path).status_code == 404, path
        assert browsers["public"].get(path).status_code == 302, path
    assert browsers["secretary"].get(ANSWER).headers["Location"] == f"{DESK}/organisation-0"
    for path in (DESK, f"{DESK}/organisation-0"):
        assert browsers["secretary"].get(path).status_code == 200, path
        assert browsers["own"].get(path).status_code == 403, path
        assert browsers["public"].get(path).status_code == 302, path
    assert browsers["other"].post(f"{ANSWER}/save", {"a.students": "1"}).status_code == 404
    assert browsers["secretary"].post(f"{ANSWER}/save", {"a.students": "1"}).status_code == 403
    assert browsers["own"].get("/rounds/round-0/answer/organisation-99").status_code == 404
    assert current() is None


def test_a_round_in_preparation_is_its_secretariat_s_alone(browsers):
    books.make_round("round-1")
    for name, status in (("secretary", 200), ("own", 404), ("public", 404)):
        assert browsers[name].get("/rounds/round-1").status_code == status
    assert "round-1" not in browsers["public"].get("/rounds.json").content.decode()


def test_one_answer_is_saved_as_it_is_left(browsers):
    answer = browsers["own"].post(
        f"{ANSWER}/save",
        {"a.students": "1,234", "m.students": "value", "s.students": "0"},
        headers={"HX-Trigger-Name": "a.students"},
    )
    assert current() == ("value", "1234")
    assert "Saved: 1,234" in text(answer)
    assert "1 of 7 answered" in text(answer)
    seen = re.search(r'name="s.students" value="(\d+)"', answer.content.decode()).group(1)
    answer = browsers["own"].post(
        f"{ANSWER}/save", {"a.students": "1234", "m.students": "not-known", "s.students": seen},
        headers={"HX-Trigger-Name": "m.students"},
    )  # fmt: skip
    assert current() == ("not-known", "")
    assert 'id="e-students"' in answer.content.decode()  # the input is emptied with it
    stale = browsers["own"].post(
        f"{ANSWER}/save",
        {"a.students": "5", "m.students": "value", "s.students": seen},
        headers={"HX-Trigger-Name": "a.students"},
    )
    assert current() == ("not-known", "")
    assert "Somebody else answered meanwhile: not known" in text(stale)


def test_the_whole_form_is_saved_without_a_script(browsers):
    page = browsers["own"].get(ANSWER).content.decode()
    assert page.count("<fieldset") == 7
    sent = {"a.students": "10", "m.students": "value", "s.students": "0", "a.men": "", "m.men": "none", "s.men": "0",
            "a.women": "ten", "m.women": "value", "x.women": "roughly", "a.trained.unit.unit-0": "7"}  # fmt: skip
    answer = browsers["own"].post(ANSWER, sent, follow=True)
    assert "4 answers saved." in text(answer)
    assert "“ten” is not a number" in text(answer)
    assert 'value="ten"' in answer.content.decode()
    assert (current(), current(books.MEN), current(TRAINED)) == (("value", "10"), ("none", ""), ("value", "7"))
    again = browsers["own"].post(ANSWER, {**sent, "a.students": "11"})
    assert again.status_code == 409
    assert "was changed by somebody else meanwhile" in text(again)
    assert current() == ("value", "10")


def test_text_beside_none_is_not_dropped(browsers):
    browsers["own"].post(ANSWER, {"a.students": "12", "m.students": "none", "s.students": "0"})
    assert current() == ("unreadable", "12")
    assert "was not clear" in text(browsers["own"].get(ANSWER))


def test_handing_in_shows_what_is_missing_first(browsers):
    page = browsers["own"].post(ANSWER, {"a.students": "10", "submit": "1"}, follow=True)
    assert "Not ready to be handed in yet" in text(page)
    assert "People trained" in text(page)
    assert browsers["own"].post(f"{ANSWER}/submit").status_code == 422
    browsers["own"].post(ANSWER, {"m.trained.unit.unit-0": "not-known"})
    assert "Ready to be handed in" in text(browsers["own"].get(f"{ANSWER}/submit"))
    done = browsers["own"].post(f"{ANSWER}/submit", {"why": "all there"}, follow=True)
    assert "Handed in." in text(done)
    assert "take them back" in text(done)
    browsers["own"].post(f"{ANSWER}/take-back")
    assert books.submission(0).state == "in-progress"


def test_the_desk_shows_who_stands_where_and_approves_many(browsers, leads):
    fill(0, leads[0])
    fill(2, leads[2], "20")
    page = browsers["secretary"].get(DESK)
    assert "2 of 3 have come in" in text(page)
    shown = browsers["secretary"].get(f"{DESK}?state=submitted").content.decode()
    assert "organisation-0" in shown
    assert "desk/organisation-1" not in shown
    assert "desk/organisation-2" not in browsers["secretary"].get(f"{DESK}?country=north").content.decode()
    answer = browsers["secretary"].post(f"{DESK}/many", {"approve": "1", "all": "1", "query": ""}, follow=True)
    assert "2 approved." in text(answer)
    assert "1 was left out" in text(answer)
    assert books.submission(0).state == "approved"


def test_a_submission_is_sent_back_from_its_page_with_remarks(browsers, leads):
    fill(0, leads[0])
    fill(1, leads[1], trained="44")
    page = text(browsers["secretary"].get(f"{DESK}/organisation-0"))
    assert "Organisation 1 says 44." in page
    refused = browsers["secretary"].post(f"{DESK}/organisation-0", {"send": "1"})
    assert refused.status_code == 422
    browsers["secretary"].post(f"{DESK}/organisation-0", {"send": "1", "r.students": "With evening classes?"})
    assert books.submission(0).state == "sent-back"
    assert "With evening classes?" in text(browsers["own"].get(ANSWER))
    after = browsers["secretary"].post(f"{DESK}/organisation-1", {"approve": "1"})
    assert after.headers["Location"] == f"{DESK}/organisation-1"
    reopened = browsers["secretary"].post(
        f"{DESK}/organisation-1", {"reopen": "1", "why": "late correction"}, follow=True
    )
    assert "late correction" in text(reopened)


def test_steps_of_the_round_are_taken_from_the_desk(browsers):
    for step, state in (("close", "closed"), ("lock", "locked"), ("reopen", "locked")):
        browsers["secretary"].post(f"{DESK}/step", {"step": step})
        assert books.the_round().state == state
    browsers["secretary"].post(f"{DESK}/step", {"step": "reopen", "why": "one was late"})
    assert books.the_round().state == RoundState.OPEN
    assert browsers["own"].post(f"{DESK}/step", {"step": "close"}).status_code == 403


def test_rates_are_for_everybody_only_where_the_round_says_so(browsers, leads):
    fill(0, leads[0])
    assert "Expected" in text(browsers["own"].get("/rounds/round-0"))
    assert "Expected" not in text(browsers["public"].get("/rounds/round-0"))
    assert browsers["public"].get("/rounds/round-0/rates.xlsx").status_code == 403
    assert browsers["own"].get("/rounds/round-0/rates.xlsx").status_code == 200
    held = books.the_round()
    books.put("round", **books.round_document(state="open", opens=held.opens, rates="public"))
    assert "Expected" in text(browsers["public"].get("/rounds/round-0"))


def test_the_figure_s_page_says_how_many_reported(browsers, leads, opened):
    fill(0, leads[0])
    fill(1, leads[1], trained="44")
    approve(opened, [books.submission(0), books.submission(1)])
    page = text(browsers["own"].get("/figures/trained?subject=alliance:alliance-0"))
    assert "2 of 3 members reported." in page
    assert "differs by 4" in page
    assert "counted once, as Organisation 1 reported it" in page
    public = text(browsers["public"].get("/figures/trained?subject=alliance:alliance-0"))
    assert "2 members reported." in public


def test_a_page_asks_as_much_for_many_as_for_few(browsers, leads, django_assert_max_num_queries):
    for n in range(10, 40):
        books.member(n)
    browsers["secretary"].post(f"{DESK}/step", {"step": "ask"})
    with django_assert_max_num_queries(28):
        assert "33" in text(browsers["secretary"].get(DESK))
    with django_assert_max_num_queries(24):
        browsers["own"].get(ANSWER)


def test_the_secretariat_prepares_a_round_like_the_last_and_words_its_questions(browsers):
    client = browsers["secretary"]
    assert browsers["own"].get("/rounds/start").status_code == 403
    made = client.post(
        "/rounds/start", {"title": "Year 2025", "period": "2025", "deadline": "2031-01-31", "like": "round-0"}
    )
    key = made.headers["Location"].split("/")[2]
    held = books.the_round(key)
    assert (held.state, held.title, held.questions.count(), held.checks.count()) == ("draft", {"en": "Year 2025"}, 7, 1)
    path = f"/rounds/{key}/questions"
    refused = client.post(
        f"{path}/new", {"code": "students", "text.en": "Again", "kind": "whole", "about": "unit", "need": "needed"}
    )
    assert refused.status_code == 422
    assert "two questions have this code" in text(refused)
    choice = {"text.en": "Mood", "text.vi": "Tâm trạng", "kind": "choice", "about": "organisation", "need": "optional"}
    assert client.post(f"{path}/new", {**choice, "code": "mood"}).status_code == 422  # a choice needs options
    sent = {**choice, "code": "mood", "options.en": "good = Good\nbad = Bad", "options.vi": "good = Tốt", "place": "1"}
    assert client.post(f"{path}/new", sent).status_code == 302
    assert next(one.code for one in held.questions.all()) == "mood"
    assert {one.value: one.text for one in held.options.filter(question="mood")} == {
        "good": {"en": "Good", "vi": "Tốt"},
        "bad": {"en": "Bad"},
    }
    assert "good = Tốt" in client.get(f"{path}/mood").content.decode()
    client.post(f"{path}/women", {"remove": "1"})
    assert not held.checks.exists()
    assert held.questions.count() == 7
    assert client.get(path).status_code == 200
    assert browsers["own"].get(path).status_code == 404
    assert "Year 2025" in text(client.get("/rounds/mine"))
    client.post(f"/rounds/{key}/desk/step", {"step": "open"})
    assert "Year 2025" in text(browsers["own"].get("/rounds/mine"))
