"""What passing time makes of an agreement, and who is reminded of it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from agreements.scene import DAY, PARTIES, keep_agreement, keep_bodies, person, signed_rows
from guildbook.agreements.actions import (
    ask_again,
    bring_in_force,
    circulate,
    end,
    pass_time,
    publish,
    remind_of_answers,
    remind_of_ends,
)
from guildbook.agreements.models import Agreement
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import state_on
from guildbook.kit.actions import changes_of
from guildbook.kit.documents import DocumentError
from guildbook.notices.models import Notice
from guildbook.notices.registry import kind_named
from portal.books import keep

pytestmark = pytest.mark.django_db
END = date(2027, 12, 31)


@pytest.fixture(autouse=True)
def _bodies():
    keep_bodies()


@pytest.fixture
def secretary():
    return person("secretary", "guild")


def held(**columns):
    given = {"state": "signed", "status": "published", "parties": signed_rows(), "versions": []}
    return keep_agreement(**{**given, "since": "2024-06-01", "until": END.isoformat(), **columns})


def now():
    return Agreement.objects.get(key="pact")


@pytest.mark.parametrize(
    ("columns", "day", "state"),
    [
        ({}, date(2024, 5, 31), "signed"),
        ({}, date(2024, 6, 1), "in-force"),
        ({}, date(2027, 7, 3), "in-force"),
        ({}, date(2027, 7, 4), "expiring"),
        ({}, END, "expiring"),
        ({}, END + timedelta(days=1), "ended"),
        ({"until": "2027"}, END, "expiring"),
        ({"notice_months": 3}, date(2027, 9, 27), "in-force"),
        ({"notice_months": 3}, date(2027, 9, 28), "expiring"),
        ({"notice_months": 0}, date(2027, 12, 27), "in-force"),
        ({"until": ""}, date(2030, 1, 1), "signed"),
        ({"since": ""}, date(2027, 1, 1), "signed"),
        ({"since": "", "until": "2024"}, date(2025, 1, 1), "ended"),
        ({"state": "in-force", "until": ""}, date(2090, 1, 1), "in-force"),
        ({"state": "expiring", "until": "2040"}, date(2027, 1, 1), "in-force"),
        ({"state": "amended"}, date(2027, 8, 1), "amended"),
        ({"state": "amended"}, date(2028, 1, 1), "ended"),
        ({"state": "renewed"}, date(2028, 1, 1), "renewed"),
        ({"state": "ended"}, date(2025, 1, 1), "ended"),
        ({"state": "draft"}, date(2028, 1, 1), "draft"),
        ({"state": "circulated"}, date(2028, 1, 1), "circulated"),
    ],
)
def test_where_it_stands_on_a_day(columns, day, state):
    agreement = held(**columns)
    assert state_on(agreement, day) == state
    assert pass_time(day) == (agreement.state != state)
    assert now().state == state
    assert pass_time(day) == 0


def test_what_time_does_stands_in_the_history_as_the_books_own():
    held()
    call_command("pass_time", "--day", "2027-08-01")
    newest = changes_of(AGREEMENT, "pact").first()
    assert (newest.who, newest.why) == ("guildbook", "by the calendar")
    assert (newest.before["state"], newest.after["state"]) == ("signed", "expiring")


def test_what_cannot_be_kept_hinders_no_other(caplog):
    held()
    parties, term = signed_rows(), {"state": "in-force", "until": "2025"}
    keep("agreement", "second", title={"en": "Second"}, kind="contract", parties=parties, **term)
    Agreement.objects.filter(key="pact").update(until="2025", until_day="2025-12-31", kind="no-such-kind")
    assert pass_time(date(2026, 6, 1)) == 1
    assert Agreement.objects.get(key="second").state == "ended"
    assert "pact" in caplog.text


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def test_parties_and_keepers_are_reminded_at_180_90_and_30_days(secretary):
    for key in PARTIES:
        person(f"lead-{key}", key)
    person("editor", "college-1", "editor")
    held(state="in-force")
    everybody = [*(f"lead-{key}" for key in PARTIES), "secretary"]
    assert remind_of_ends(END - timedelta(days=181)) == 0
    for days, times in ((180, 1), (179, 1), (91, 1), (90, 2), (31, 2), (30, 3), (1, 3), (0, 3)):
        remind_of_ends(END - timedelta(days=days))
        assert told("agreement-expiring") == sorted(everybody * times), days
    assert remind_of_ends(END + timedelta(days=1)) == 0


def test_of_marks_passed_at_once_only_the_nearest_is_told(secretary):
    held(state="in-force")
    assert remind_of_ends(END - timedelta(days=10)) == 1
    assert remind_of_ends(END - timedelta(days=9)) == 0


@pytest.mark.parametrize("columns", [{"state": "renewed"}, {"state": "ended"}, {"status": "withdrawn"}, {"until": ""}])
def test_what_is_over_is_not_brought_to_mind(secretary, columns):
    held(**{"state": "in-force", **columns})
    assert remind_of_ends(END - timedelta(days=30)) == 0


def test_who_does_not_answer_is_reminded_after_two_and_four_weeks_and_when_asked(secretary):
    for key in PARTIES[:2]:
        person(f"lead-{key}", key)
    agreement = circulate(secretary, keep_agreement(), DAY)
    agreement.parties.filter(organisation__key="college-2").update(signing="declined")
    assert [remind_of_answers(DAY + timedelta(days=days)) for days in (13, 14, 20, 28, 29)] == [0, 1, 0, 1, 0]
    assert told("agreement-waiting") == ["lead-college-1"] * 2
    day = DAY + timedelta(days=40)
    assert [ask_again(secretary, agreement, day), ask_again(secretary, agreement, day)] == [1, 0]


def test_notices_read_as_sentences_in_the_readers_language(secretary):
    data = {"title": {"en": "Pact"}, "party": {"en": "College"}, "day": "2027-12-31", "why": "too long"}
    said = {
        kind: kind_named(f"agreement-{kind}").text({**data, "signing": "signed"})
        for kind in ("circulated", "taken-back", "answered", "signed", "expiring", "ended", "waiting")
    }
    assert said["answered"] == "College has signed “Pact”."
    assert said["expiring"] == "“Pact” ends on 31 Dec 2027. Renew it, or let it end."
    assert all("Pact" in words for words in said.values())
    declined = kind_named("agreement-answered").text({**data, "signing": "declined"})
    assert declined == "College will not sign “Pact”: too long"


def test_a_keeper_brings_into_force_what_has_no_end(secretary):
    agreement = held(since="", until="")
    for since, words in (("", "Give the day"), ("2999-01-01", "still to come")):
        with pytest.raises(DocumentError, match=words):
            bring_in_force(secretary, agreement, since, "")
    kept = bring_in_force(secretary, agreement, "2025-01-01", "")
    assert (kept.state, kept.since) == ("in-force", "2025-01-01")
    with pytest.raises(DocumentError, match="cannot be taken"):
        bring_in_force(secretary, kept, "2025-01-01", "")


def test_a_keeper_ends_it_early_for_a_reason(secretary):
    person("lead-college-1", "college-1")
    agreement = held(state="in-force", since="2020-01-01", until="2099")
    with pytest.raises(DocumentError, match="reason"):
        end(secretary, agreement, date(2026, 1, 1), "")
    with pytest.raises(DocumentError, match="ends before"):
        end(secretary, agreement, date(2100, 1, 1), "why")
    with pytest.raises(DocumentError, match="before the beginning"):
        end(secretary, agreement, date(2019, 1, 1), "why")
    later = end(secretary, agreement, date(2098, 1, 1), "agreed so")
    assert (later.state, later.until) == ("in-force", "2098-01-01")
    kept = end(secretary, later, date(2025, 1, 1), "the school closed")
    assert (kept.state, kept.until) == ("ended", "2025-01-01")
    assert changes_of(AGREEMENT, "pact").first().why == "the school closed"
    assert told("agreement-ended") == ["lead-college-1"] * 2


def test_publishing_is_the_keepers(secretary, client):
    agreement = held(status="draft", state="in-force", until="2099")
    assert client.get("/agreements/pact").status_code == 404
    publish(secretary, agreement)
    assert client.get("/agreements/pact").status_code == 200
