"""Invitations: who may write to whom, what the link does, and that void links all look alike."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from conformance.samples import keep
from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import DocumentError
from guildbook.mandates.actions import Terms, invite, withdraw_invitation
from guildbook.mandates.models import Duty, Invitation, Mandate, MandateEntry
from guildbook.notices.models import Letter

from .conftest import BARE, acting, client_of, days, today

pytestmark = pytest.mark.django_db
EDITOR = Terms(Duty.EDITOR, today())
LEAD = Terms(Duty.LEAD, today())


def sent_link(address="new@example.org"):
    letter = Letter.objects.filter(address=address).first()
    return re.search(r"https?://[^/\s]+(/invitations/\S+)", letter.text)[1]


def test_a_lead_invites_and_the_letter_is_written_in_its_language(college, person):
    invite(acting(person("lan", college, "lead")), college, " New@Example.org ", EDITOR, "vi", "helps me")
    letter = Letter.objects.get()
    assert (letter.address, letter.language) == ("New@Example.org", "vi")
    assert "College" not in letter.subject
    assert "lan" not in letter.subject
    assert "College 0" in letter.text
    token = sent_link("New@Example.org").rpartition("/")[2]
    assert len(token) > 40
    assert token not in str(Invitation.objects.values().get())
    entry = MandateEntry.objects.get()
    assert (entry.deed, entry.who, entry.why) == ("invited", "lan", "helps me")
    assert "example" not in str(entry.terms).lower()


def test_who_may_invite_whom(alliance, college, person):
    other = keep("alliance", 1, **BARE)
    secretary, far = person("thu", alliance), person("far", other, "lead")
    editor = person("minh", college)
    for who in (editor, far, person("stranger")):
        for terms in (EDITOR, LEAD):
            with pytest.raises(PermissionDenied):
                invite(acting(who), college, "new@example.org", terms)
    # The secretariat invites the first lead of a member, who sees to the rest.
    with pytest.raises(PermissionDenied):
        invite(acting(secretary), college, "new@example.org", EDITOR)
    invite(acting(secretary), college, "new@example.org", LEAD)
    person("lan", college, "lead")
    with pytest.raises(PermissionDenied):
        invite(acting(secretary), college, "second@example.org", LEAD)
    # Of itself its leads invite anybody, its editors only editors.
    invite(acting(secretary), alliance, "new@example.org", EDITOR)
    with pytest.raises(PermissionDenied):
        invite(acting(secretary), alliance, "new@example.org", LEAD)
    invite(acting(person("head", alliance, "lead")), alliance, "new@example.org", LEAD)
    # A secretariat does not reach an organisation that is no member.
    keep("membership", state="ended")
    Mandate.objects.filter(organisation=college.pk).update(until=days(-1))
    with pytest.raises(PermissionDenied):
        invite(acting(secretary), college, "third@example.org", LEAD)
    invite(SYSTEM, college, "third@example.org", LEAD)
    invite(Actor("an action with a rule of its own"), college, "fourth@example.org", LEAD, permitted=True)


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_not_written_to(college, address):
    with pytest.raises(DocumentError, match="address"):
        invite(SYSTEM, college, address, EDITOR)
    assert Letter.objects.count() == 0


def test_a_second_invitation_makes_the_first_void(college, client):
    invite(SYSTEM, college, "new@example.org", EDITOR)
    first = sent_link()
    invite(SYSTEM, college, "NEW@example.org", LEAD)
    assert client.get(first).status_code == 404
    assert client.get(sent_link("NEW@example.org")).status_code == 200


def test_nobody_is_invited_to_what_they_do_already(college, person):
    lan = person("lan", college)
    EmailAddress.objects.create(user=lan, email="lan@example.org", verified=True)
    with pytest.raises(DocumentError, match="already"):
        invite(SYSTEM, college, "LAN@example.org", EDITOR)
    invite(SYSTEM, college, "lan@example.org", LEAD)


def test_an_organisation_writes_to_so_many_a_day(college, monkeypatch):
    monkeypatch.setattr("guildbook.mandates.actions.inviting.MOST_A_DAY", 2)
    invite(SYSTEM, college, "one@example.org", EDITOR)
    invite(SYSTEM, college, "two@example.org", EDITOR)
    with pytest.raises(DocumentError, match="tomorrow"):
        invite(SYSTEM, college, "three@example.org", EDITOR)


def test_somebody_new_accepts(college, client):
    invite(SYSTEM, college, "new@example.org", Terms(Duty.LEAD, days(-3), days(300)), "vi")
    link = sent_link()
    page = client.get(link)
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    assert Mandate.objects.count() == 0
    answer = client.post(link, {"shown_name": "Nguyen Thi Lan", "password": "xanh-la-cay-9"})
    assert (answer.status_code, answer["Location"]) == (302, "/organisations/organisation-0")
    user = get_user_model().objects.get(shown_name="Nguyen Thi Lan")
    assert "new" not in user.username
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.verified, address.primary) == ("new@example.org", True, True)
    assert user.check_password("xanh-la-cay-9")
    mandate = Mandate.objects.get(user=user)
    assert (mandate.duty, mandate.since, mandate.until) == ("lead", today(), days(300))
    assert client.get("/organisations/organisation-0/edit").status_code == 200
    assert Client().get(link).status_code == 404
    assert [entry.deed for entry in MandateEntry.objects.all()] == ["accepted", "invited"]


def test_an_account_without_password_signs_in_by_code_only(college, client):
    invite(SYSTEM, college, "new@example.org", EDITOR)
    client.post(sent_link(), {"shown_name": "Lan", "password": ""})
    assert not get_user_model().objects.get(shown_name="Lan").has_usable_password()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"shown_name": " ", "password": "xanh-la-cay-9"}, "shown_name"),
        ({"shown_name": "Lan", "password": "1"}, "password"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_made(college, client, sent, field):
    invite(SYSTEM, college, "new@example.org", EDITOR)
    answer = client.post(sent_link(), sent)
    assert answer.status_code == 422
    assert f'id="{field}-note"' in answer.content.decode()
    assert get_user_model().objects.count() == 0
    assert Invitation.objects.get().accepted_at is None


def test_somebody_signed_in_accepts_with_one_press(college, person):
    lan = person("lan")
    invite(SYSTEM, college, "lan@example.org", EDITOR)
    client, link = client_of(lan), sent_link("lan@example.org")
    page = client.get(link).content.decode()
    assert "lan" in page
    assert "password" not in page
    assert acting(lan).keeps == frozenset()
    assert client.post(link).status_code == 302
    assert acting(lan).keeps == {college.pk}
    assert client.post(link).status_code == 404


@pytest.mark.parametrize("verified", [True, False])
def test_who_has_an_account_signs_in_first(college, person, client, verified):
    lan = person("lan")
    if verified:
        EmailAddress.objects.create(user=lan, email="lan@example.org", verified=True)
    else:
        lan.email = "Lan@example.org"
        lan.save()
    invite(SYSTEM, college, "lan@example.org", EDITOR)
    link = sent_link("lan@example.org")
    page = client.get(link).content.decode()
    assert f"/sign-in?next={link}" in page
    assert "shown_name" not in page
    client.post(link, {"shown_name": "Somebody else", "password": "xanh-la-cay-9"})
    assert get_user_model().objects.count() == 1
    assert Mandate.objects.count() == 0


def test_void_links_all_look_alike(college, client, person):
    def void(link):
        answers = [client.get(link), client.post(link, {"shown_name": "X", "password": "xanh-la-cay-9"})]
        return [(answer.status_code, re.sub(rb'value="[A-Za-z0-9]{64}"', b"", answer.content)) for answer in answers]

    def plain(link):
        return [(status, body.replace(link.encode(), b"")) for status, body in void(link)]

    unknown = plain("/invitations/" + "x" * 43)
    assert [status for status, __ in unknown] == [404, 404]
    links = {}
    for name in ("used", "expired", "withdrawn", "over"):
        invite(SYSTEM, college, f"{name}@example.org", EDITOR)
        links[name] = sent_link(f"{name}@example.org")
    client_of(person("lan")).post(links["used"])
    of = Invitation.objects
    of.filter(email__startswith="expired").update(expires_at=timezone.now() - timedelta(seconds=1))
    withdraw_invitation(SYSTEM, of.get(email__startswith="withdrawn"))
    of.filter(email__startswith="over").update(until=days(-1))
    for name, link in links.items():
        assert plain(link) == unknown, name


def test_only_who_may_change_people_withdraws(college, person):
    invite(SYSTEM, college, "new@example.org", EDITOR)
    held = Invitation.objects.get()
    with pytest.raises(PermissionDenied):
        withdraw_invitation(acting(person("minh", college)), held)
    withdraw_invitation(acting(person("lan", college, "lead")), held, "wrong address")
    assert MandateEntry.objects.first().why == "wrong address"
