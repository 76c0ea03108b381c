import pytest

from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    keep_book()
    for name in ("ada", "ben"):
        keep("person", name, names={"en": f"Synthetic {name}"})
        keep("role", f"{name}-head", person=name, organisation="college-1", title={"en": "Principal"})
    keep("organisation", "news", kind="media", names=[{"text": "Synthetic News", "language": "en"}])
    keep(
        "event", "trip", title={"en": "Synthetic trip"}, kind="exchange-trip", place="north-town", since="2024-10-22",
        organisers=[{"organisation": "college-1", "role": "host"}, {"organisation": "guild", "role": "guidance"}],
        sessions=[{"title": {"en": "Morning"}}, {"title": {"en": "Evening"}}],
        speeches=[
            {"speaker": "ben-head", "session": "Evening", "title": {"en": "On evenings"}},
            {"speaker": "ada-head", "session": "Morning", "summary": {"en": "Spoke of mornings."}},
            {"speaker": "ada-head", "summary": {"en": "Opened it."}},
        ],
        delegations=[{"place": "south", "head": "ada-head", "size": 7}, {"place": "west", "head": "ada-head"}],
        attendances=[{"role": "ben-head"}],
        stops=[
            {"place": "west", "what": {"en": "First stop."}},
            {"organisation": "college-1", "counterpart": "ben-head"},
        ],
        outcomes=[
            {"kind": "launched", "record_type": "unit", "record_key": "school-1"},
            {"kind": "announced", "what": {"en": "A slew of things"}},
        ],
        coverage=[{"outlet": "news", "source": "gazette"}],
    )  # fmt: skip
    return client.get("/events/trip").content.decode()


def test_speeches_stand_in_their_sessions_and_openings_first(page):
    order = [page.index(words) for words in ("Opened it.", "Morning", "Spoke of mornings.", "Evening", "On evenings")]
    assert order == sorted(order)


def test_stops_keep_their_order_and_say_who_was_met(page):
    itinerary = page[page.index("Itinerary") :]
    assert itinerary.index("First stop.") < itinerary.index("Synthetic college 1") < itinerary.index("Synthetic ben")


def test_outcomes_lead_to_their_records_or_give_the_words(page):
    assert '<a href="/units/school-1">Synthetic school 1</a>' in page
    assert "A slew of things" in page


def test_organisers_stand_by_what_they_did(page):
    assert page.index("<dt>Host</dt>") < page.index("<dt>Guidance</dt>")


def test_somebody_who_led_all_delegations_is_named_once(page):
    delegations = page[page.index("Delegations") : page.index("Delegations") + 1500]
    assert delegations.count("Synthetic ada") == 1
    assert ">7</td>" in delegations


def test_coverage_and_attendance_are_there(page):
    for words in ("Synthetic News", "Synthetic gazette", "Attended by", 'class="map"'):
        assert words in page


def test_an_outcome_the_public_may_not_see_gives_nothing_away(client):
    keep_book()
    keep("unit", "secret", names={"en": "Secret unit"}, kind="workshop", state="planned", status="draft")
    outcomes = [{"kind": "announced", "record_type": "unit", "record_key": "secret", "what": {"en": "Something new"}}]
    keep("event", "talk", title={"en": "Synthetic talk"}, kind="forum", outcomes=outcomes)
    page = client.get("/events/talk").content.decode()
    assert "Something new" in page
    assert "Secret unit" not in page
    assert "/units/secret" not in page
