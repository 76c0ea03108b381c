"""The page of an organisation's people, through its forms, and for whom it exists at all."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from conformance.samples import keep
from guildbook.mandates.actions import Terms, invite
from guildbook.mandates.models import Duty, Invitation, Mandate

from .conftest import ALONE, BARE, acting, client_of, days, today

pytestmark = pytest.mark.django_db
PEOPLE = "/organisations/organisation-0/people"


def bare(answer):
    """A page without what differs from one asking to the next."""
    return re.sub(rb'value="[A-Za-z0-9]{64}"', b"", answer.content)


def test_the_page_exists_for_its_own_people_secretariats_and_staff_only(alliance, college, person, admin_client):
    other = keep("alliance", 1, **BARE)
    for user in (person("lan", college, "lead"), person("minh", college), person("thu", alliance)):
        page = client_of(user).get(PEOPLE)
        assert page.status_code == 200
        assert "lan" in page.content.decode()
    assert admin_client.get(PEOPLE).status_code == 200
    for user in (person("stranger"), person("far", other, "lead"), person("late", college, until=days(-1))):
        client = client_of(user)
        answer, nowhere = client.get(PEOPLE), client.get(PEOPLE.replace("-0/", "-9/"))
        assert answer.status_code == nowhere.status_code == 404
        assert bare(answer).replace(b"organisation-0", b"organisation-9") == bare(nowhere)
        assert client.post(f"{PEOPLE}/invite", {}).status_code == 404
    assert Client().get(PEOPLE)["Location"] == f"/sign-in?next={PEOPLE}"
    assert Client().get(PEOPLE.replace("-0/", "-9/"))["Location"] == f"/sign-in?next={PEOPLE.replace('-0/', '-9/')}"


def test_the_public_page_names_nobody_who_acts_for_it(college, person):
    lan = person("lan", college, "lead")
    assert PEOPLE in client_of(lan).get("/organisations/organisation-0").content.decode()
    for client in (Client(), client_of(person("stranger"))):
        page = client.get("/organisations/organisation-0").content.decode()
        assert PEOPLE not in page
        assert "lan" not in re.findall(r"\w+", page.replace('lang="', ""))


def test_inviting_on_the_page(college, person):
    client = client_of(person("lan", college, "lead"))
    sent = {"email": "new@example.org", "duty": "editor", "since": f"{today():%F}", "until": "", "language": "th"}
    answer = client.post(f"{PEOPLE}/invite", sent)
    assert (answer.status_code, answer["Location"]) == (302, PEOPLE)
    made = Invitation.objects.get()
    assert (made.email, made.language, made.until) == ("new@example.org", "th", None)
    assert "new@example.org" in client.get(PEOPLE).content.decode()
    editor = client_of(person("minh", college))
    assert 'name="email"' not in editor.get(PEOPLE).content.decode()
    assert editor.post(f"{PEOPLE}/invite", sent).status_code == 403
    assert editor.post(f"{PEOPLE}/invitations/{made.pk}/withdraw").status_code == 403
    assert client.post(f"{PEOPLE}/invitations/{made.pk}/withdraw").status_code == 302
    assert client.post(f"{PEOPLE}/invitations/{made.pk}/withdraw").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "x"},
        {"duty": "king"},
        {"since": "soon"},
        {"since": "2025-13-41"},
        {"until": "2020-01-01"},
        {"since": ""},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(college, person, wrong):
    client = client_of(person("lan", college, "lead"))
    sent = {"email": "new@example.org", "duty": "editor", "since": f"{today():%F}", "why": "a reason typed"}
    answer = client.post(f"{PEOPLE}/invite", {**sent, **wrong})
    assert answer.status_code == 422
    assert "a reason typed" in answer.content.decode()
    assert Invitation.objects.count() == 0


def test_terms_ends_and_successions_on_the_page(college, person):
    lan, minh = person("lan", college, "lead"), person("minh", college)
    client, held = client_of(lan), Mandate.objects.get(user=minh)
    began = f"{held.since:%F}"
    answer = client.post(f"{PEOPLE}/{held.pk}/term", {"since": began, "until": f"{days(40):%F}", "why": "a year"})
    assert answer.status_code == 302
    assert Mandate.objects.get(pk=held.pk).until == days(40)
    assert client.post(f"{PEOPLE}/{held.pk}/term", {"since": began, "until": "2020-01-01"}).status_code == 422
    own = Mandate.objects.get(user=lan)
    assert client.post(f"{PEOPLE}/{own.pk}/end").status_code == 422
    for nobody in ("", "999999", "x", "9" * 30):
        assert client.post(f"{PEOPLE}/{own.pk}/hand-over", {"person": nobody, "on": began}).status_code == 422
    given = {"person": minh.pk, "on": f"{today():%F}", "why": "retires"}
    assert client.post(f"{PEOPLE}/{own.pk}/hand-over", given).status_code == 302
    assert acting(minh).leads == {college.pk}
    assert "retires" in client.get(PEOPLE).content.decode()
    now_editor = Mandate.objects.get(user=lan, ended_at=None)
    assert client.post(f"{PEOPLE}/{now_editor.pk}/end").status_code == 302
    assert client.get(PEOPLE).status_code == 404
    assert "lan" in client_of(minh).get(PEOPLE).content.decode()


def test_a_mandate_of_another_organisation_is_not_reached_from_here(college, person):
    other = keep("organisation", 1, **ALONE)
    far = person("far", other, "lead")
    client, held = client_of(person("lan", college, "lead")), Mandate.objects.get(user=far)
    for what in ("term", "end", "hand-over"):
        assert client.post(f"{PEOPLE}/{held.pk}/{what}").status_code == 404
    invited = invite(acting(far), other, "new@example.org", Terms(Duty.EDITOR, today()))
    assert client.post(f"{PEOPLE}/invitations/{invited.pk}/withdraw").status_code == 404


def test_the_first_mandate_comes_from_the_command_line(college, person, capsys):
    lan = person("lan")
    call_command("mandate", "lan", "organisation-0")
    assert acting(lan).leads == {college.pk}
    lan.email = "lan@example.org"
    lan.save()
    call_command("mandate", "LAN@example.org", "organisation-0", "--duty", "editor", "--until", f"{days(9):%F}")
    assert Mandate.objects.get(duty="editor").until == days(9)
    for wrong in (["nobody", "organisation-0"], ["lan", "organisation-9"], ["lan", "organisation-0"]):
        with pytest.raises(CommandError):
            call_command("mandate", *wrong)
    with pytest.raises(CommandError, match="since"):
        call_command("mandate", "lan", "organisation-0", "--since", "tomorrow")
