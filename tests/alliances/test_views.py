import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guildbook.alliances.views.timeline import timeline
from portal.books import (
    keep,
    keep_alliance,
    keep_book,
    keep_claims,
    keep_indicators,
    keep_member,
    keep_places,
    keep_plan,
)

TODAY = dt.date(2026, 7, 1)


def bars(since, until=""):
    drawn = timeline([({"text": "x"}, since, until, "")], TODAY)
    return drawn and drawn["rows"][0]["spans"][0]


def test_a_year_is_certain_only_from_its_last_day_on():
    bar = bars("2021")
    assert bar["start"] == 0
    assert 0.15 < bar["sure_from"] < 0.18
    assert bar["end"] == bar["sure_to"] < 1


def test_a_term_that_ended_is_past_and_ends_there():
    bar = bars("2021-01-01", "2023-12-31")
    assert bar["tone"] == "past"
    assert 0.49 < bar["end"] < 0.51


def test_begun_by_a_day_is_uncertain_before_it():
    drawn = timeline([({"text": "x"}, "../2023-08-31", "", ""), ({"text": "y"}, "2020", "", "")], TODAY)
    bar = drawn["rows"][0]["spans"][0]
    assert bar["start"] == 0 < bar["sure_from"]


def test_what_has_no_date_is_not_drawn():
    assert timeline([({"text": "x"}, "", "", "")], TODAY) is None
    drawn = timeline([({"text": "x"}, "", "", ""), ({"text": "y"}, "2020", "", "")], TODAY)
    assert [row["text"] for row in drawn["rows"]] == ["y"]


def test_a_long_history_keeps_its_ticks_apart():
    drawn = timeline([({"text": "x"}, "1900", "", "")], TODAY)
    assert len(drawn["scale"]["ticks"]) <= 7


@pytest.mark.django_db
class TestPage:
    def page(self, client):
        return client.get("/alliances/guild").content.decode()

    def test_members_stand_by_country_and_role_with_what_is_missing(self, client):
        keep_book(members=2)
        page = self.page(client)
        members = page[page.index('id="members"') : page.index("Over time")]
        assert "Synthetic college 1" in members
        assert "Northland" in members
        assert "founder" in members
        assert "10 more members are counted by a source and not named" in members

    def test_countries_without_a_named_member_are_said_to_have_none(self, client):
        keep_book()
        page = self.page(client)
        countries = page[page.index("Countries of members") :]
        named = "/figures/members?subject=alliance:guild&amp;country=north"
        assert countries.index(named) < countries.index("Westland")

    def test_units_agreements_events_and_targets_are_there(self, client):
        keep_book()
        page = self.page(client)
        for words in ("Synthetic school 1", "Synthetic pact 1", "Synthetic forum 1", "Ten schools 1", 'class="map"'):
            assert words in page

    def test_draft_members_and_units_are_for_staff_only(self, client):
        keep_book()
        names = [{"text": "Secret college", "language": "en"}]
        keep("organisation", "secret", kind="school", names=names)
        keep("membership", "secret-one", alliance="guild", organisation="secret", status="draft")
        hidden = {"names": {"en": "Hidden unit"}, "kind": "workshop", "state": "planned", "alliance": "guild"}
        keep("unit", "hidden", **hidden, status="draft")
        page = self.page(client)
        assert "Secret college" not in page
        assert "Hidden unit" not in page

    def test_an_alliance_without_members_says_so(self, client):
        keep_indicators()
        keep("alliance", "bare", names=[{"text": "Bare alliance", "language": "en"}])
        assert "names no member" in client.get("/alliances/bare").content.decode()

    def test_the_page_asks_the_database_as_often_for_three_of_everything_as_for_one(self, client):
        keep_indicators()
        keep_places()
        keep_alliance()
        keep_member(1)
        keep_plan(1)
        keep_claims()
        counts = []
        for more in ((), (2, 3)):
            for n in more:
                keep_member(n)
                keep_plan(n)
            client.get("/alliances/guild")
            with CaptureQueriesContext(connection) as held:
                assert client.get("/alliances/guild").status_code == 200
            counts.append(len(held))
        assert counts[0] == counts[1]

    def test_the_data_of_the_page_are_linked(self, client):
        keep_book()
        page = self.page(client)
        for suffix in (".json", ".jsonld", ".xlsx"):
            assert f"/alliances/guild{suffix}" in page
            assert client.get(f"/alliances/guild{suffix}").status_code == 200
