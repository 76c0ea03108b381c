"""Digests leave at the reader's hour, once, in the reader's language, with what is new."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model

from guildbook.notices import reminders
from guildbook.notices.actions import choose, mark_read, run_duties, tell, write_digests
from guildbook.notices.actions.digests import MOST_LINES
from guildbook.notices.models import DutyDone, Letter, MailSetting, Notice
from guildbook.notices.queries import setting_of
from guildbook.notices.reminders import offer_reminder
from guildbook.notices.rules import last_digest_time

pytestmark = pytest.mark.django_db
DATA = {"name": {"en": "Guild", "zh-Hans": "行会"}}
MONDAY = dt.datetime(2026, 3, 2, 1, 30, tzinfo=dt.UTC)  # half past nine in Shanghai


def told(user, n=1, at=MONDAY - dt.timedelta(hours=3)):
    for __ in range(n):
        tell([user], "sample-calm", DATA, "/units/")
    Notice.objects.filter(user=user, mailed_at=None).update(at=at)


def test_a_day_is_one_letter_and_the_next_day_another(lan):
    told(lan, 2)
    assert write_digests(MONDAY) == 1
    assert Letter.objects.get().text.count("Calm: Guild") == 2
    assert write_digests(MONDAY) == 0
    told(lan, at=MONDAY + dt.timedelta(hours=1))
    assert write_digests(MONDAY + dt.timedelta(hours=2)) == 0
    assert write_digests(MONDAY + dt.timedelta(days=1)) == 1


def test_before_the_readers_hour_nothing_leaves(lan):
    told(lan, at=MONDAY - dt.timedelta(minutes=20))
    assert write_digests(MONDAY - dt.timedelta(minutes=10)) == 0
    choose(lan, "daily", 10, "Asia/Shanghai", [])
    assert write_digests(MONDAY) == 0
    assert write_digests(MONDAY + dt.timedelta(minutes=40)) == 1


def test_a_week_ends_on_monday_at_the_readers_own_hour(lan):
    choose(lan, "weekly", 8, "Asia/Shanghai", [])
    told(lan, at=MONDAY + dt.timedelta(days=1))
    assert write_digests(MONDAY + dt.timedelta(days=6)) == 0
    assert write_digests(MONDAY + dt.timedelta(days=7)) == 1
    setting = MailSetting(rhythm="weekly", hour=8, zone="Asia/Shanghai")
    moment = last_digest_time(setting, dt.datetime(2026, 3, 1, 23, 0, tzinfo=dt.UTC))  # seven on Monday there
    assert moment == dt.datetime(2026, 2, 23, 0, 0, tzinfo=dt.UTC)


def test_what_was_read_meanwhile_and_what_is_switched_off_is_left_out(lan, somsak):
    told(lan)
    mark_read(lan.pk)
    told(somsak)
    choose(somsak, "daily", 8, "Asia/Shanghai", ["sample-calm"])
    assert write_digests(MONDAY) == 0
    assert not Letter.objects.exists()


def test_whoever_wants_none_gets_no_flood_when_they_want_letters_again(lan):
    choose(lan, "none", 8, "Asia/Shanghai", [])
    told(lan, 5)
    assert write_digests(MONDAY) == 0
    choose(lan, "daily", 8, "Asia/Shanghai", [])
    assert write_digests(MONDAY + dt.timedelta(days=1)) == 0


def test_a_flood_ends_with_how_many_more_there_are(lan):
    told(lan, MOST_LINES + 3)
    write_digests(MONDAY)
    assert "and 3 more" in Letter.objects.get().text


def test_the_letter_speaks_the_readers_language_and_its_subject_names_nobody(lan):
    fields = {field.name for field in get_user_model()._meta.fields}
    assert "language" in fields, "the account says which language letters are written in"
    lan.language = "zh-hans"
    lan.save()
    told(lan)
    write_digests(MONDAY)
    letter = Letter.objects.get()
    assert "行会" in letter.text
    assert letter.language == "zh-hans"
    assert "lan" not in letter.subject


def test_nobody_without_an_address_holds_up_the_others(lan, somsak):
    lan.email = ""
    lan.save()
    told(lan)
    told(somsak)
    assert write_digests(MONDAY) == 1


class TestDuties:
    @pytest.fixture(autouse=True)
    def _only_mine(self, monkeypatch):
        monkeypatch.setattr(reminders, "_duties", {})

    def test_a_duty_is_done_once_a_day(self):
        days = []
        offer_reminder(lambda day: days.append(day) or 3)
        day = dt.date(2026, 3, 2)
        assert list(run_duties(day).values()) == [3]
        assert run_duties(day) == {}
        assert len(run_duties(day + dt.timedelta(days=1))) == 1
        assert days == [day, day + dt.timedelta(days=1)]

    def test_a_duty_that_fails_leaves_no_half_and_is_tried_again(self, lan):
        tries = []

        def fails_once(day):
            tell([lan], "sample-calm", DATA, "/")
            tries.append(day)
            if len(tries) == 1:
                raise RuntimeError
            return 1

        def other(day):
            return 2

        offer_reminder(fails_once)
        offer_reminder(other)
        day = dt.date(2026, 3, 2)
        assert list(run_duties(day).values()) == [2]
        assert not Notice.objects.exists()
        assert list(run_duties(day).values()) == [1]
        assert Notice.objects.count() == 1
        assert DutyDone.objects.count() == 2


def test_settings_belong_to_one_person(lan, somsak):
    assert setting_of(lan).token != setting_of(somsak).token
