"""Telling people: once, with what caused it or not at all, by letter only to those who want one."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from guildbook.notices.actions import choose, stop_letters, tell, write_letter
from guildbook.notices.models import Letter, Notice
from guildbook.notices.queries import setting_of

pytestmark = pytest.mark.django_db
DATA = {"name": {"en": "Guild", "zh-Hans": "行会"}}


def test_everybody_is_told_once_however_often_they_are_named(lan, somsak):
    assert tell([lan, somsak, lan], "sample-calm", DATA, "/units/") == 2
    assert Notice.objects.filter(user=lan).get().data == DATA


def test_the_same_thing_is_told_to_a_person_one_time_only(lan, somsak):
    assert tell([lan], "sample-calm", DATA, "/units/", once="deadline-30") == 1
    assert tell([lan, somsak], "sample-calm", DATA, "/units/", once="deadline-30") == 1
    assert tell([lan], "sample-calm", DATA, "/units/") == 1
    assert Notice.objects.filter(user=lan).count() == 2


def test_an_account_that_was_closed_is_told_nothing(lan):
    lan.is_active = False
    lan.save()
    assert tell([lan], "sample-urgent", {}, "/") == 0


def test_a_kind_nobody_offered_is_a_mistake_of_the_program(lan):
    with pytest.raises(LookupError, match="no-such-kind"):
        tell([lan], "no-such-kind", {}, "/")


def test_what_was_undone_is_told_to_nobody(lan):
    with transaction.atomic():
        tell([lan], "sample-urgent", {}, "/")
        write_letter("new@example.org", "en", "Welcome", "Come in.")
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    assert not Letter.objects.exists()


def test_what_can_wait_waits_for_the_digest_and_what_cannot_does_not(lan):
    tell([lan], "sample-calm", DATA, "/units/")
    assert not Letter.objects.exists()
    tell([lan], "sample-urgent", {}, "/units/")
    letter = Letter.objects.get()
    assert letter.address == "lan@example.org"
    assert "/units/" in letter.text
    assert setting_of(lan).token in letter.text


def test_who_wants_each_notice_at_once_gets_it_and_who_wants_none_gets_none(lan, somsak):
    choose(lan, "at-once", 8, "Asia/Shanghai", [])
    stop_letters(setting_of(somsak))
    tell([lan, somsak], "sample-calm", DATA, "/units/")
    tell([lan, somsak], "sample-urgent", {}, "/units/")
    assert {letter.user for letter in Letter.objects.all()} == {lan}
    assert Letter.objects.count() == 2
    assert Notice.objects.filter(user=somsak, read_at=None).count() == 2


def test_a_kind_that_was_switched_off_stays_on_the_page_only(lan):
    choose(lan, "at-once", 8, "Asia/Shanghai", ["sample-calm"])
    tell([lan], "sample-calm", DATA, "/units/")
    assert not Letter.objects.exists()
    assert Notice.objects.filter(user=lan).count() == 1


@pytest.mark.parametrize(("rhythm", "hour", "zone"), [("hourly", 8, "UTC"), ("daily", 24, "UTC")])
def test_what_cannot_be_chosen_is_refused(lan, rhythm, hour, zone):
    with pytest.raises(ValidationError):
        choose(lan, rhythm, hour, zone, [])
    assert setting_of(lan).rhythm == "daily"


def test_a_letter_to_an_address_is_written_once_per_key():
    for __ in range(2):
        write_letter("new@example.org", "vi", "Welcome\nBcc: all@example.org", "Come in.", once="invitation-1")
    letter = Letter.objects.get()
    assert letter.subject == "Welcome Bcc: all@example.org"
    with pytest.raises(ValidationError):
        write_letter("no address", "en", "Welcome", "Come in.")


def test_many_are_told_with_as_many_queries_as_few(django_assert_max_num_queries):
    people = get_user_model().objects
    crowd = [people.create(username=f"p{n}", email=f"p{n}@example.org") for n in range(60)]
    with django_assert_max_num_queries(12):
        assert tell(crowd, "sample-urgent", {}, "/units/", once="round-1") == 60
    with django_assert_max_num_queries(12):
        assert tell([*crowd, *crowd[:5]], "sample-urgent", {}, "/units/", once="round-1") == 0
    assert Letter.objects.count() == Notice.objects.count() == 60
    assert len({letter.text for letter in Letter.objects.all()}) == 60, "each has its own way out"
