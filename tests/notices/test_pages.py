"""The pages: one's own notices only, settings kept, a way out without signing in, letters for staff."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from guildbook.notices.actions import send_due, tell, write_letter
from guildbook.notices.models import Letter, Notice
from guildbook.notices.queries import setting_of

pytestmark = pytest.mark.django_db
DATA = {"name": {"en": "Guild"}}


@pytest.fixture
def signed_in(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_user("staff", password="lanlanlan1", is_staff=True))
    return client


@pytest.mark.parametrize("address", ["/notices/", "/notices/settings", "/notices/letters", "/notices/1"])
def test_strangers_are_asked_to_sign_in(client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert "/sign-in" in answer["Location"]


def test_nothing_yet_is_said_so(signed_in):
    page = signed_in.get("/notices/").content.decode()
    assert "Nothing new" in page
    assert "not been told anything yet" in page


def test_new_ones_stand_first_and_following_one_reads_it(signed_in, lan):
    for address in ("/units/", "/agreements/"):
        tell([lan], "sample-calm", DATA, address)
    first, second = Notice.objects.order_by("pk")
    answer = signed_in.get(f"/notices/{second.pk}")
    assert (answer.status_code, answer["Location"]) == (302, "/agreements/")
    page = signed_in.get("/notices/").content.decode()
    assert "1 new notice" in page
    assert page.index(f'href="/notices/{first.pk}"') < page.index(f'href="/notices/{second.pk}"')
    signed_in.post("/notices/read")
    assert "Nothing new" in signed_in.get("/notices/").content.decode()


def test_looking_ahead_reads_nothing(signed_in, lan):
    tell([lan], "sample-calm", DATA, "/units/")
    signed_in.head(f"/notices/{Notice.objects.get().pk}")
    assert Notice.objects.get().read_at is None


def test_anothers_notice_does_not_exist(signed_in, somsak):
    tell([somsak], "sample-calm", DATA, "/units/")
    theirs = Notice.objects.get()
    assert signed_in.get(f"/notices/{theirs.pk}").status_code == 404
    signed_in.post("/notices/read")
    theirs.refresh_from_db()
    assert theirs.read_at is None
    assert "Guild" not in signed_in.get("/notices/").content.decode().split("<main")[1]


@pytest.mark.parametrize("url", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"])
def test_a_notice_leads_nowhere_else(signed_in, lan, url):
    tell([lan], "sample-calm", DATA, url)
    assert signed_in.get(f"/notices/{Notice.objects.get().pk}")["Location"] == "/notices/"


def test_a_notice_of_a_kind_no_longer_known_is_still_shown(signed_in, lan):
    Notice.objects.create(user=lan, kind="gone", data={}, url="/")
    assert "earlier version" in signed_in.get("/notices/").content.decode()


def test_settings_are_kept(signed_in, lan):
    sent = {"rhythm": "weekly", "hour": "6", "zone": "Asia/Vientiane", "kind": ["sample-urgent"]}
    assert signed_in.post("/notices/settings", sent).status_code == 302
    held = setting_of(lan)
    assert (held.rhythm, held.hour, held.zone) == ("weekly", 6, "Asia/Vientiane")
    assert "sample-calm" in held.muted
    assert "sample-urgent" not in held.muted
    page = signed_in.get("/notices/settings").content.decode()
    assert 'value="sample-urgent" checked' in page
    assert 'value="sample-calm" checked' not in page


@pytest.mark.parametrize(
    "wrong", [{"hour": "99"}, {"hour": "²"}, {"hour": ""}, {"zone": "../etc"}, {"rhythm": "hourly"}, {"zone": ""}]
)
def test_what_is_not_on_the_lists_is_refused(signed_in, lan, wrong):
    sent = {"rhythm": "none", "hour": "6", "zone": "UTC", **wrong}
    assert signed_in.post("/notices/settings", sent).status_code == 422
    assert setting_of(lan).rhythm == "daily"


def test_one_press_ends_all_letters_without_signing_in(client, lan):
    address = f"/notices/unsubscribe/{setting_of(lan).token}"
    assert "No more letters" in client.get(address).content.decode()
    assert setting_of(lan).rhythm == "daily"
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert setting_of(lan).rhythm == "none"


def test_a_link_nobody_has_says_the_same(client, lan):
    real, wrong = (f"/notices/unsubscribe/{token}" for token in (setting_of(lan).token, "x" * 32))
    for ask in (client.get, client.post):
        pages = [ask(address).content.decode().replace(address, "") for address in (real, wrong)]
        assert pages[0] == pages[1]
    assert "lan@example.org" not in pages[0]


def test_letters_are_for_staff(signed_in):
    write_letter("x@example.org", "en", "Hello", "Secret words")
    answer = signed_in.get("/notices/letters")
    assert answer.status_code == 403
    assert "x@example.org" not in answer.content.decode()
    assert signed_in.post(f"/notices/letters/{Letter.objects.get().pk}/again").status_code == 404


def test_staff_see_what_failed_and_try_again(staff, settings):
    settings.EMAIL_BACKEND = "no.such.Backend"
    write_letter("x@example.org", "en", "Hello", "Secret words")
    send_due()
    page = staff.get("/notices/letters").content.decode()
    assert "1 letter did not arrive" in page
    assert "x@example.org" in page
    assert "Secret words" not in page
    staff.post(f"/notices/letters/{Letter.objects.get().pk}/again")
    assert (Letter.objects.get().state, Letter.objects.get().attempts) == ("waiting", 0)
    assert "No letter is held up" in staff.get("/notices/letters").content.decode()
    assert "x@example.org" not in staff.get("/notices/letters?state=sent").content.decode()


def test_staff_see_that_nothing_sends(staff):
    write_letter("x@example.org", "en", "Hello", "Words")
    assert "must run beside the site" not in staff.get("/notices/letters").content.decode()
    Letter.objects.update(next_try=timezone.now() - timedelta(hours=1))
    assert "1 letter should have left" in staff.get("/notices/letters").content.decode()
