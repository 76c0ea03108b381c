"""What a mandate gives and when: terms, ends, successions, and the last lead who cannot go."""

import pytest
from django.core.exceptions import PermissionDenied

from conformance.samples import keep
from guildbook.directory.models import Organisation
from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import DocumentError
from guildbook.mandates.actions import Terms, change_term, end, give, hand_over
from guildbook.mandates.models import Duty, Mandate, MandateEntry
from guildbook.mandates.queries import overseers_of, people_of
from guildbook.notices.models import Notice
from guildbook.notices.registry import kind_named

from .conftest import ALONE, BARE, acting, days, today

pytestmark = pytest.mark.django_db
OFFICE = {"kind": "secretariat", "organisation": "organisation-0"}


def pk_of(key):
    return Organisation.objects.get(key=key).pk


@pytest.mark.parametrize(
    ("since", "until", "acts"),
    [(0, 0, True), (-5, None, True), (1, None, False), (-5, -1, False), (-5, 5, True)],
)
def test_a_mandate_gives_something_on_the_days_of_its_term_only(college, person, since, until, acts):
    lan = person("lan", college, since=days(since), until=None if until is None else days(until))
    assert (college.pk in acting(lan).keeps) is acts
    assert list(people_of([college.pk])) == ([lan] if acts else [])


def test_several_mandates_count_at_once(college, person):
    other = keep("organisation", 1, **ALONE)
    lan = person("lan", college)
    person("lan", other, "lead")
    assert acting(lan).keeps == {college.pk, other.pk}
    assert acting(lan).leads == {other.pk}


@pytest.mark.parametrize(
    ("since", "until", "serves"),
    [(-900, None, True), (-900, -1, False), (1, None, False), (-900, 0, True), (None, None, True)],
)
def test_an_office_gives_the_alliance_while_it_is_held(alliance, college, person, since, until, serves):
    term = {name: f"{days(n):%F}" for name, n in (("since", since), ("until", until)) if n is not None}
    keep("alliance", offices=[{**OFFICE, **term}])
    actor = acting(person("lan", college))
    assert (alliance.pk in actor.serves) is serves
    assert (alliance.pk in actor.keeps) is serves
    assert alliance.pk not in actor.leads
    assert (alliance.pk in acting(person("minh", college, "lead")).leads) is serves


def test_presiding_over_an_alliance_gives_nothing(alliance, college, person):
    keep("alliance", offices=[{"kind": "president", "organisation": "organisation-0", "since": "2020"}])
    assert acting(person("lan", college, "lead")).serves == frozenset()


@pytest.mark.parametrize(
    "change", [{"state": "ended"}, {"until": "2021"}, {"state": "applied"}, {"status": "withdrawn"}]
)
def test_secretariats_look_after_members_of_today_only(alliance, college, change):
    assert overseers_of(college.pk) == {alliance.pk}
    keep("membership", **change)
    assert overseers_of(college.pk) == frozenset()


def test_a_mandate_is_ended_not_deleted(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    given = Mandate.objects.get(user=minh)
    end(acting(lan), given, "moved on")
    assert acting(minh).keeps == frozenset()
    assert Mandate.objects.get(pk=given.pk).ended_at is not None
    entry = MandateEntry.objects.get()
    assert (entry.deed, entry.who, entry.why, entry.person) == ("ended", "lan", "moved on", minh)
    with pytest.raises(DocumentError, match="over"):
        end(acting(lan), given, "again")


def test_one_may_lay_down_ones_own_mandate_unless_nobody_would_lead(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    with pytest.raises(DocumentError, match="lead"):
        end(acting(lan), Mandate.objects.get(user=lan), "")
    end(acting(minh), Mandate.objects.get(user=minh), "")
    assert acting(minh).keeps == frozenset()


def test_the_last_lead_is_not_sent_away_by_another_term_either(college, person):
    lan = person("lan", college, "lead")
    held = Mandate.objects.get(user=lan)
    with pytest.raises(DocumentError, match="lead"):
        change_term(acting(lan), held, held.since, days(30), "")
    person("gone", college, "lead", until=days(20))
    with pytest.raises(DocumentError, match="lead"):
        change_term(acting(lan), held, held.since, days(30), "")
    person("minh", college, "lead")
    change_term(acting(lan), held, held.since, days(30), "")
    assert Mandate.objects.get(user=lan).until == days(30)


def test_a_lead_who_cannot_sign_in_is_none(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college, "lead")
    minh.is_active = False
    minh.save()
    with pytest.raises(DocumentError, match="lead"):
        end(acting(lan), Mandate.objects.get(user=lan), "")


def test_staff_and_the_secretariat_may_take_the_last_lead_away(alliance, college, person):
    lan, secretary = person("lan", college, "lead"), person("thu", alliance)
    end(acting(secretary), Mandate.objects.get(user=lan), "left the college")
    assert acting(lan).keeps == frozenset()
    minh = person("minh", college, "lead")
    end(SYSTEM, Mandate.objects.get(user=minh), "")


def test_editors_strangers_and_other_secretariats_change_nobody(alliance, college, person):
    other = keep("alliance", 1, **BARE)
    lan = person("lan", college, "lead")
    held = Mandate.objects.get(user=lan)
    for actor in (
        acting(person("minh", college)),
        acting(person("stranger")),
        acting(person("far", other, "lead")),
        Actor("public"),
    ):
        for attempt in (
            lambda actor=actor: end(actor, held, ""),
            lambda actor=actor: change_term(actor, held, held.since, None, ""),
            lambda actor=actor: hand_over(actor, held, person("minh"), today(), ""),
            lambda actor=actor: give(actor, lan, college, Terms(Duty.LEAD, today())),
        ):
            with pytest.raises(PermissionDenied):
                attempt()
    assert MandateEntry.objects.count() == 0


def test_what_has_begun_stays_begun(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    held = Mandate.objects.get(user=minh)
    for since, until, words in (
        (days(-400), None, "begun"),
        (held.since, days(-1), "past"),
        (held.since, held.since, "past"),
    ):
        with pytest.raises(DocumentError, match=words):
            change_term(acting(lan), held, since, until, "")
    to_come = give(SYSTEM, person("thu"), college, Terms(Duty.EDITOR, days(5)))
    with pytest.raises(DocumentError, match="past"):
        change_term(acting(lan), to_come, days(-1), None, "")
    assert change_term(acting(lan), to_come, days(9), days(90), "").since == days(9)


def test_a_duty_is_not_given_twice_for_one_day(college, person):
    lan = person("lan", college, until=days(3))
    with pytest.raises(DocumentError, match="already"):
        give(SYSTEM, lan, college, Terms(Duty.EDITOR, days(3)))
    give(SYSTEM, lan, college, Terms(Duty.EDITOR, days(4)))
    give(SYSTEM, lan, college, Terms(Duty.LEAD, today()))
    with pytest.raises(DocumentError, match="before the beginning"):
        give(SYSTEM, person("minh"), college, Terms(Duty.EDITOR, days(4), days(3)))


def test_handing_over_today(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    hand_over(acting(lan), Mandate.objects.get(user=lan), minh, today(), "retires")
    assert acting(minh).leads == {college.pk}
    assert acting(lan).leads == frozenset()
    assert acting(lan).keeps == {college.pk}


def test_handing_over_on_a_later_day_changes_nothing_today(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    hand_over(acting(lan), Mandate.objects.get(user=lan), minh, days(10), "")
    assert acting(lan).leads == {college.pk}
    assert acting(minh).leads == frozenset()
    assert Mandate.objects.get(user=lan, duty="lead").until == days(9)
    assert Mandate.objects.get(user=minh, duty="lead").since == days(10)
    assert Mandate.objects.get(user=lan, duty="editor").since == days(10)


def test_one_hands_over_to_a_colleague_only(college, person):
    lan = person("lan", college, "lead")
    held = Mandate.objects.get(user=lan)
    gone = person("gone", college, until=days(5))
    for successor, on in ((person("stranger"), today()), (lan, today()), (gone, days(6)), (gone, days(-1))):
        with pytest.raises(DocumentError):
            hand_over(acting(lan), held, successor, on, "")
    assert acting(lan).leads == {college.pk}


def test_people_are_told_what_others_change_about_them(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    end(acting(lan), Mandate.objects.get(user=minh), "moved on")
    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.data["deed"]) == (minh, "mandate", "ended")
    assert kind_named("mandate").text(notice.data) == "You do not act for College 0 any more."
    person("thu", college)
    end(acting(person("thu")), Mandate.objects.get(user__username="thu"), "")
    assert Notice.objects.count() == 1


def test_an_alliance_does_not_take_over_an_organisation_by_naming_it_a_member(alliance, college, person):
    raider = keep("alliance", 1, **BARE)
    lan, robber = person("lan", college, "lead"), person("robber", raider, "lead")
    keep("membership", 1, alliance="alliance-1", organisation="organisation-0", steward=None, citations=[])
    held = Mandate.objects.get(user=lan)
    assert overseers_of(college.pk) == {alliance.pk, raider.pk}
    with pytest.raises(PermissionDenied):
        end(acting(robber), held, "")
    # Nor by writing its name into an older membership of somebody else.
    keep("organisation", 1, **ALONE)
    keep("membership", 1, alliance="alliance-1", organisation="organisation-1", steward=None, citations=[])
    keep("membership", 1, alliance="alliance-1", organisation="organisation-0", steward=None, citations=[])
    with pytest.raises(PermissionDenied):
        end(acting(robber), held, "")
    end(acting(person("thu", alliance)), held, "")
