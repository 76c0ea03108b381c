"""Terms: each a record of its own, the past stays, figures know who belonged when."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from alliances.conftest import acting, person
from guildbook.alliances.actions import (
    appoint,
    change_role,
    end_membership,
    end_office,
    hand_over,
    remind_of_terms,
    renew,
    save_alliance,
)
from guildbook.alliances.models import Membership, Office, Within
from guildbook.alliances.queries import secretariat_of
from guildbook.alliances.queries.offices import offices_of
from guildbook.alliances.queries.reviewing import reviewing
from guildbook.alliances.queries.terms import ending, ending_in, ran_out, standing_of
from guildbook.directory.models import Organisation
from guildbook.figures.queries import ask
from guildbook.kit.actions import stored
from guildbook.kit.actors import PUBLIC
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name
from guildbook.notices.models import Notice
from portal.books import keep, keep_indicators

DAY = dt.date(2026, 3, 1)


@pytest.fixture
def member(guild):
    keep("membership", "held", alliance="guild", organisation="college", since="2023-01-01", until="2026-05-31")
    return Membership.objects.get(key="held")


def members_on(day, indicator="members", alliance="guild"):
    return ask(PUBLIC, indicator, f"alliance:{alliance}", day).on_record


def test_a_renewed_term_is_a_record_of_its_own_and_the_past_stays(guild, lan, member):
    after = renew(acting(lan), member, dt.date(2026, 6, 1), dt.date(2029, 5, 31), "agreed in March")
    member.refresh_from_db()
    assert (member.until, member.state) == ("2026-05-31", "admitted")
    assert (after.since, after.until, after.role) == ("2026-06-01", "2029-05-31", member.role)
    assert after.pk != member.pk
    with pytest.raises(DocumentError, match="later term"):
        renew(acting(lan), member, dt.date(2027, 1, 1), None, "")


def test_a_new_term_that_begins_early_ends_the_one_before(guild, lan, member):
    renew(acting(lan), member, dt.date(2026, 4, 1), None, "")
    member.refresh_from_db()
    assert member.until == "2026-03-31"
    assert standing_of(guild.pk, member.organisation_id, dt.date(2026, 3, 31)) == member


def test_a_role_changes_on_a_day(guild, lan, member):
    after = change_role(acting(lan), member, "director", DAY, "elected")
    member.refresh_from_db()
    assert (member.role, member.until) == ("member", "2026-02-28")
    assert (after.role, after.since, after.until) == ("director", "2026-03-01", "2026-05-31")
    for role in ("director", "founder", "king"):
        with pytest.raises(DocumentError):
            change_role(acting(lan), after, role, dt.date(2026, 4, 1), "")


def test_who_left_still_counts_for_the_past(guild, lan, member):
    keep_indicators()
    assert members_on(DAY) == 1
    with pytest.raises(DocumentError, match="Say why"):
        end_membership(acting(lan), member, DAY, " ")
    ended = end_membership(acting(lan), member, DAY, "closed its school")
    assert (ended.state, ended.until) == ("ended", "2026-03-01")
    assert members_on(dt.date(2025, 1, 1)) == 1
    assert members_on(dt.date(2026, 4, 1)) == 0


def test_an_ended_membership_says_until_when(guild):
    with pytest.raises(DocumentError, match="until when"):
        keep("membership", "x", alliance="guild", organisation="college", state="ended")


@pytest.mark.parametrize("deed", [renew, change_role, end_membership])
def test_others_change_no_term(guild, somsak, member, deed):
    more = {renew: (DAY, None, ""), change_role: ("director", DAY, ""), end_membership: (DAY, "x")}[deed]
    for actor in (PUBLIC, acting(somsak)):
        with pytest.raises(PermissionDenied):
            deed(actor, member, *more)
    assert Membership.objects.count() == 1


def test_a_day_before_the_term_began_is_refused(guild, lan, member):
    with pytest.raises(DocumentError):
        end_membership(acting(lan), member, dt.date(2022, 1, 1), "x")
    with pytest.raises(DocumentError):
        renew(acting(lan), member, dt.date(2022, 1, 1), None, "x")


def test_terms_that_end_are_listed_until_they_are_renewed(guild, lan, member):
    assert [each.pk for each in ending_in(guild, DAY)] == [member.pk]
    assert list(ending_in(guild, dt.date(2025, 1, 1))) == []
    assert [each.pk for each in ran_out(guild, dt.date(2026, 7, 1))] == [member.pk]
    renew(acting(lan), member, dt.date(2026, 6, 1), None, "")
    assert list(ending(DAY)) == []
    assert list(ran_out(guild, dt.date(2026, 7, 1))) == []


def test_both_sides_are_reminded_once_for_each_of_the_days_before(guild, lan, minh, somsak, member):
    days = [dt.date(2026, 2, 1), dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 5, 2), dt.date(2026, 5, 26)]
    assert [remind_of_terms(day) for day in days] == [0, 3, 0, 3, 3]
    assert remind_of_terms(days[-1]) == 0
    assert Notice.objects.filter(user=somsak).count() == 3
    assert {each.user for each in Notice.objects.all()} == {lan, minh, somsak}


class TestOffices:
    def test_an_office_changes_hands_and_the_past_stays(self, guild, lan):
        college = Organisation.objects.get(key="college")
        hand_over(acting(lan), guild, 2, college, DAY, "elected")
        kinds = [(each.kind, each.organisation.key, each.since, each.until) for each in offices_of(guild)]
        assert kinds == [
            ("secretariat", "office", "2020", ""),
            ("president", "office", "2020", "2026-02-28"),
            ("president", "college", "2026-03-01", ""),
        ]

    def test_there_can_be_two_of_a_kind_and_one_may_end(self, guild, lan):
        appoint(acting(lan), guild, "president", Organisation.objects.get(key="college"), DAY, "")
        assert Office.objects.filter(kind="president", until="").count() == 2
        end_office(acting(lan), guild, 3, dt.date(2026, 12, 31), "")
        assert Office.objects.filter(kind="president", until="").count() == 1
        with pytest.raises(DocumentError, match="its end already"):
            end_office(acting(lan), guild, 3, dt.date(2027, 12, 31), "")
        with pytest.raises(DocumentError, match="not on the list"):
            end_office(acting(lan), guild, 9, DAY, "")

    def test_an_editor_hands_over_the_presidency_but_never_the_secretariat(self, guild, minh, somsak):
        college = Organisation.objects.get(key="college")
        hand_over(acting(minh), guild, 2, college, DAY, "")
        with pytest.raises(PermissionDenied):
            hand_over(acting(minh), guild, 1, college, DAY, "")
        with pytest.raises(PermissionDenied):
            appoint(acting(minh), guild, "secretary-general", college, DAY, "")
        with pytest.raises(PermissionDenied):
            hand_over(acting(somsak), guild, 2, college, DAY, "")
        draft = stored(by_name("alliance"), guild)
        draft.rows["offices"][0].organisation = college
        with pytest.raises(DocumentError, match="lead"):
            save_alliance(acting(minh), draft, "by the form")

    def test_the_secretariat_that_was_handed_over_serves_from_its_day_on(self, guild, lan, somsak):
        assert set(secretariat_of([guild.pk])) == {lan}
        hand_over(acting(lan), guild, 1, Organisation.objects.get(key="college"), DAY, "")
        assert set(secretariat_of([guild.pk])) == {somsak}
        assert guild.pk in acting(somsak).serves
        assert guild.pk not in acting(lan).serves


class TestNesting:
    @pytest.fixture(autouse=True)
    def _inner(self, guild, member):
        keep("alliance", "inner", names=[{"text": "Inner guild", "language": "en"}])
        keep("organisation", "school", kind="school", names=[{"text": "A school", "language": "en"}])
        keep("membership", "school-inner", alliance="inner", organisation="school", since="2021")
        keep("membership", "college-inner", alliance="inner", organisation="college", since="2021")
        keep("membership", "nested", alliance="guild", organisation="inner", since="2024-01-01")

    def test_everything_below_counts_once_and_only_while_it_lay_within(self):
        keep_indicators()
        assert members_on(DAY) == 2  # the college and the alliance within
        assert members_on(DAY, "members-within") == 2  # the college, in both, and the school
        assert members_on(dt.date(2023, 6, 1), "members-within") == 1
        assert members_on(DAY, "members-within", "inner") == 2

    def test_no_alliance_comes_to_lie_within_itself(self):
        keep("alliance", "innermost", names=[{"text": "Innermost", "language": "en"}])
        keep("membership", "deep", alliance="inner", organisation="innermost")
        with pytest.raises(DocumentError, match="already lies within"):
            keep("membership", "circle", alliance="innermost", organisation="guild")
        guild, innermost = (Organisation.objects.get(key=key) for key in ("guild", "innermost"))
        assert Within.objects.filter(below=innermost, above=guild).count() == 1

    def test_a_nesting_that_ended_is_none_today(self):
        keep("membership", "nested", alliance="guild", organisation="inner", since="2024", until="2025", state="ended")
        keep_indicators()
        assert members_on(DAY, "members-within") == 1
        assert members_on(dt.date(2025, 6, 1), "members-within") == 2


def test_kinds_reviewed_first_are_asked_of_todays_members(guild, member):
    keep("alliance", "guild", names=[{"text": "Guild", "language": "en"}], reviewed=[{"kind": "unit"}])
    keep("membership", "held", alliance="guild", organisation="college", since="2023")
    college = member.organisation_id
    assert reviewing(college, "unit") == guild.pk
    assert reviewing(college, "event") is None
    assert reviewing(Organisation.objects.get(key="office").pk, "unit") is None
    keep("membership", "held", alliance="guild", organisation="college", since="2023", until="2024")
    assert reviewing(college, "unit") is None


def test_people_of_other_alliances_serve_only_their_own(guild):
    keep("alliance", "other", names=[{"text": "Other guild", "language": "en"}])
    assert guild.pk not in acting(person("other", "other")).serves
