"""Letters arrive once, survive a server that refuses, and are given up where everybody can see it."""

import logging
import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone

from guildbook.notices.actions import choose, send_due, tell, try_again, write_letter
from guildbook.notices.models import Letter
from guildbook.notices.queries import setting_of
from guildbook.notices.rules import MOST_ATTEMPTS, pause_after
from notices.postbox import postbox

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def box(settings):
    with postbox() as server:
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = ""
        yield server


def wait_over(**changed):
    Letter.objects.update(next_try=timezone.now() - timedelta(seconds=1), **changed)


def write(n=1):
    for number in range(n):
        write_letter(f"person-{number}@example.org", "vi", "Chào mừng", f"Mời vào, số {number}.")


@pytest.mark.django_db
def test_a_letter_that_is_refused_at_first_arrives_later(box, caplog):
    box.refusals = 1
    write()
    with caplog.at_level(logging.INFO):
        assert send_due().failed == 1
        letter = Letter.objects.get()
        assert (letter.state, letter.attempts) == ("failed", 1)
        assert "451" in letter.error
        assert send_due() == type(send_due())(0, 0, 0)  # its time has not come
    wait_over()
    assert send_due().sent == 1
    [(address, came)] = box.letters
    assert address == "person-0@example.org"
    assert (came["Subject"], came["Content-Language"]) == ("Chào mừng", "vi")
    assert "Mời vào, số 0." in came.get_content()
    assert "person-0" not in caplog.text
    assert "person-0" not in letter.error


@pytest.mark.django_db
def test_what_was_sent_keeps_no_words(box):
    write()
    send_due()
    letter = Letter.objects.get()
    assert (letter.state, letter.text, letter.error) == ("sent", "", "")
    assert letter.sent_at
    assert send_due().sent == 0
    try_again(letter)
    assert send_due().sent == 0


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_given_up_at_once_and_hinders_no_other(box):
    box.refused_for_good.add("person-0@example.org")
    write(2)
    done = send_due()
    assert (done.sent, done.given_up) == (1, 1)
    lost = Letter.objects.get(address="person-0@example.org")
    assert lost.state == "given-up"
    assert lost.text
    box.refused_for_good.clear()
    try_again(lost)
    assert send_due().sent == 1


@pytest.mark.django_db
def test_a_server_that_is_away_is_not_asked_for_every_letter(settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = SMTP, "127.0.0.1"
    with postbox() as gone:
        settings.EMAIL_PORT = gone.port
    write(3)
    assert send_due().failed == 1
    assert Counter(Letter.objects.values_list("state", flat=True)) == {"failed": 1, "waiting": 2}


@pytest.mark.django_db
def test_after_four_days_of_failures_a_letter_is_given_up(box):
    box.refusals = 100
    write()
    for __ in range(MOST_ATTEMPTS):
        wait_over()
        send_due()
    assert Letter.objects.get().state == "given-up"
    wait_over()
    assert send_due().failed == 0
    assert pause_after(1) == timedelta(minutes=1)
    assert pause_after(50) == timedelta(days=1)
    assert timedelta(days=3) < sum((pause_after(n) for n in range(1, MOST_ATTEMPTS)), timedelta()) < timedelta(days=5)


@pytest.mark.django_db
def test_a_claimed_letter_is_left_alone_until_the_claim_runs_out(box):
    write()
    Letter.objects.update(claimed_until=timezone.now() + timedelta(minutes=5))
    assert send_due().sent == 0
    Letter.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    assert send_due().sent == 1


@pytest.mark.django_db
def test_a_crash_between_sending_and_noting_doubles_a_letter_at_most_and_both_have_one_name(box, monkeypatch):
    write()
    from guildbook.notices.actions import sending

    def crash(letter):
        raise SystemExit

    with monkeypatch.context() as crashing:
        crashing.setattr(sending, "_noted_as_sent", crash)
        with pytest.raises(SystemExit):
            send_due()
    assert send_due().sent == 0
    wait_over(claimed_until=timezone.now() - timedelta(seconds=1))
    assert send_due().sent == 1
    assert send_due().sent == 0
    first, second = (came["Message-ID"] for __, came in box.letters)
    assert first == second


@pytest.mark.django_db
def test_being_asked_to_stop_leaves_the_rest_for_later(box):
    write(3)
    asked = iter([False, True])
    assert send_due(lambda: next(asked)).sent == 1
    assert Letter.objects.filter(state="waiting", claimed_until=None).count() == 2


@pytest.mark.django_db
def test_letters_to_people_carry_the_way_out_mail_programs_know(box, lan):
    choose(lan, "at-once", 8, "UTC", [])
    tell([lan], "sample-calm", {"name": {"en": "Guild"}}, "/units/")
    send_due()
    [(__, came)] = box.letters
    assert came["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert setting_of(lan).token in came["List-Unsubscribe"]
    assert came["Subject"] == "Something calm"


@pytest.mark.django_db
def test_a_letter_in_any_script_arrives_as_it_was_written(box):
    for language, words in [("lo", "ຍິນດີຕ້ອນຮັບ"), ("th", "ยินดีต้อนรับ"), ("zh-hans", "欢迎")]:
        write_letter("x@example.org", language, words, words * 40)
    send_due()
    for __, came in box.letters:
        assert came.get_content().startswith(came["Subject"] * 40)


NUMBER = 60


def run_beside(data, *code):
    environ = {**os.environ, "GUILDBOOK_DATA": str(data), "DJANGO_SETTINGS_MODULE": "guildbook.config.settings"}
    return subprocess.Popen([sys.executable, "-c", "import django; django.setup()\n" + "\n".join(code)], env=environ)


def test_two_processes_never_send_the_same_letter(tmp_path):
    begun = run_beside(
        tmp_path,
        "from django.core.management import call_command",
        "call_command('migrate', verbosity=0)",
        "from guildbook.notices.actions import write_letter",
        f"for n in range({NUMBER}): write_letter(f'person-{{n}}@example.org', 'en', 'Hello', 'Come in.')",
    )
    assert begun.wait(timeout=120) == 0
    with postbox() as box:
        send = (
            "from django.conf import settings",
            f"settings.EMAIL_BACKEND = {SMTP!r}; settings.EMAIL_HOST = '127.0.0.1'; settings.EMAIL_PORT = {box.port}",
            "settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False; settings.EMAIL_HOST_USER = ''",
            "from guildbook.notices.actions import send_due",
            "import os; from pathlib import Path",
            f"Path({str(tmp_path)!r}, str(os.getpid()) + '.sent').write_text(str(send_due().sent))",
        )
        both = [run_beside(tmp_path, *send) for __ in range(2)]
        assert [each.wait(timeout=120) for each in both] == [0, 0]
        came = Counter(address for address, __ in box.letters)
    assert len(came) == NUMBER
    assert set(came.values()) == {1}
    assert sum(int(path.read_text()) for path in Path(tmp_path).glob("*.sent")) == NUMBER


@pytest.mark.django_db
def test_by_default_nothing_leaves_this_machine(lan):
    write()
    assert send_due().sent == 1
    assert len(mail.outbox) == 1
