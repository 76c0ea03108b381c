"""Joining: what is sent is kept whole or not at all, who decides, and what an admission makes."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from alliances.conftest import acting, asking, person
from guildbook.alliances.actions import (
    Admission,
    admit,
    answer,
    apply_to_join,
    ask,
    decline,
    forget_contacts,
    note,
    withdraw,
)
from guildbook.alliances.models import Application, Membership, Remark
from guildbook.alliances.queries.applications import application_by_token, may_see_application, token_of, waiting_for
from guildbook.directory.models import Organisation
from guildbook.files.models import Attachment
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.models import Change
from guildbook.mandates.models import Invitation
from guildbook.notices.models import Letter, Notice
from portal.books import keep

TODAY = dt.date(2026, 3, 1).isoformat()


@pytest.fixture
def applied(guild, lan):
    return apply_to_join(PUBLIC, guild, asking(), "vi")


def test_an_application_is_kept_told_and_answered_by_letter(guild, lan, applied):
    assert (applied.state, applied.language, applied.kind) == ("received", "vi", "school")
    letter = Letter.objects.get(address="hoa@example.org")
    assert letter.language == "vi"
    assert f"/applications/{token_of(applied)}" in letter.text
    assert "Hoa" not in letter.subject
    notice = Notice.objects.get(user=lan)
    assert notice.url == f"/alliances/guild/applications/{applied.pk}"
    assert "Hoa" not in str(notice.data)
    assert waiting_for(acting(lan)) == {"guild": 1}


def test_only_the_link_opens_it(applied):
    token = token_of(applied)
    assert application_by_token(token) == applied
    assert application_by_token(token[:-1]) is None
    assert application_by_token("") is None
    assert token not in {applied.token_hash, applied.salt}


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"names": {}}, "names"),
        ({"names": {"en": "x" * 301}}, "names"),
        ({"kind": "alliance"}, "kind"),
        ({"kind": "castle"}, "kind"),
        ({"country": None}, "country"),
        ({"role": "founder"}, "role"),
        ({"statement": " "}, "statement"),
        ({"statement": "x" * 9000}, "statement"),
        ({"contact_address": "nobody"}, "contact_address"),
        ({"contact_name": ""}, "contact_name"),
        ({"website": "javascript:alert(1)"}, "website"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(guild, lan, changed, where):
    with pytest.raises(DocumentError) as wrong:
        apply_to_join(PUBLIC, guild, asking(**changed), "en")
    assert where in {fault.where for fault in wrong.value.faults}
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_a_file_that_is_not_taken_keeps_nothing(guild, lan):
    with pytest.raises(DocumentError):
        apply_to_join(PUBLIC, guild, asking(), "en", [SimpleUploadedFile("charter.pdf", b"no pdf")])
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_files_are_for_the_applicant_and_the_secretariat(guild, lan, somsak):
    made = apply_to_join(PUBLIC, guild, asking(), "en", [SimpleUploadedFile("charter.txt", b"We train welders.")])
    held = Attachment.objects.get()
    assert (held.record_key, held.public) == (str(made.pk), False)
    assert may_see_application(acting(lan), str(made.pk))
    assert not may_see_application(acting(somsak), str(made.pk))
    assert not may_see_application(PUBLIC, str(made.pk))


def test_sent_again_nothing_is_doubled_and_the_link_comes_again(guild, lan, applied):
    again = apply_to_join(PUBLIC, guild, asking(statement="Once more."), "vi")
    assert again.pk == applied.pk
    first, second = Letter.objects.filter(address="hoa@example.org")
    assert first.text == second.text
    assert Notice.objects.filter(user=lan).count() == 1
    apply_to_join(PUBLIC, guild, asking(names={"en": "Another College"}), "vi")
    assert Application.objects.count() == 2


def test_question_and_answer_in_the_applicants_language(guild, lan, applied):
    ask(acting(lan), applied, "How many students?")
    letter = Letter.objects.filter(address="hoa@example.org").first()
    assert "How many students?" in letter.text
    assert token_of(applied) in letter.text
    applied.refresh_from_db()
    assert applied.state == "asked"
    answer(applied, "Four hundred.", PUBLIC)
    applied.refresh_from_db()
    assert applied.state == "answered"
    assert [each.deed for each in applied.remarks.all()] == ["received", "asked", "answered"]
    with pytest.raises(DocumentError):
        answer(applied, " ", PUBLIC)
    note(acting(lan), applied, "Looks good.")
    assert Remark.objects.filter(deed="noted").count() == 1


def test_admitted_as_a_new_member_with_its_own_record_and_first_lead(guild, lan, applied):
    held = admit(acting(lan), applied, Admission("director", TODAY, "2029-02-28"))
    made = held.organisation
    assert (held.role, held.state, held.until, held.steward_id) == ("director", "admitted", "2029-02-28", guild.pk)
    assert (made.kind, made.place.key, made.steward_id, made.status) == ("school", "south", made.pk, "published")
    assert made.label() == {"vi": "Trường Cao đẳng Mẫu", "en": "Sample College"}
    assert made.note == {"vi": "https://example.org/"}
    invitation = Invitation.objects.get()
    assert (invitation.organisation_id, invitation.email, invitation.duty) == (made.pk, "hoa@example.org", "lead")
    assert invitation.language == "vi"
    applied.refresh_from_db()
    assert (applied.state, applied.decided_by, applied.membership) == ("admitted", "lan", held)
    assert {change.who for change in Change.objects.filter(record_key__in=(made.key, held.key))} == {"lan"}
    with pytest.raises(DocumentError, match="decided already"):
        admit(acting(lan), applied, Admission("member", TODAY))


def test_admitted_as_an_organisation_the_book_has(guild, lan, somsak, applied):
    college = Organisation.objects.get(key="college")
    before = Organisation.objects.count()
    held = admit(acting(lan), applied, Admission("member", TODAY, organisation=college))
    assert held.organisation == college
    assert Organisation.objects.count() == before
    assert not Invitation.objects.exists()


def test_nobody_is_admitted_twice_and_nothing_half(guild, lan, applied):
    college = Organisation.objects.get(key="college")
    keep("membership", "held", alliance="guild", organisation="college", role="member", state="admitted")
    with pytest.raises(DocumentError, match="member already"):
        admit(acting(lan), applied, Admission("member", TODAY, organisation=college))
    with pytest.raises(DocumentError):
        admit(acting(lan), applied, Admission("member", "soon"))
    applied.refresh_from_db()
    assert applied.state == "received"
    assert not Organisation.objects.filter(search_text__contains="sample").exists()
    assert Membership.objects.count() == 1


def test_declined_with_a_reason_the_applicant_reads(guild, lan, applied):
    with pytest.raises(DocumentError):
        decline(acting(lan), applied, " ")
    decline(acting(lan), applied, "No welding is taught yet.")
    assert "No welding is taught yet." in Letter.objects.filter(address="hoa@example.org").first().text
    applied.refresh_from_db()
    assert applied.state == "declined"
    with pytest.raises(DocumentError):
        withdraw(applied)


@pytest.mark.parametrize("deed", ["ask", "note", "admit", "decline"])
def test_others_decide_nothing(guild, lan, somsak, applied, deed):
    keep("alliance", "other", names=[{"text": "Other guild", "language": "en"}])
    for actor in (PUBLIC, acting(somsak), acting(person("other", "other"))):
        with pytest.raises(PermissionDenied):
            {
                "ask": lambda actor=actor: ask(actor, applied, "x"),
                "note": lambda actor=actor: note(actor, applied, "x"),
                "admit": lambda actor=actor: admit(actor, applied, Admission("member", TODAY)),
                "decline": lambda actor=actor: decline(actor, applied, "x"),
            }[deed]()
    applied.refresh_from_db()
    assert applied.state == "received"


def test_who_was_signed_in_is_told_on_their_page(guild, lan, somsak):
    made = apply_to_join(acting(somsak), guild, asking(organisation=Organisation.objects.get(key="college")), "en")
    assert made.user == somsak
    assert made.names == {}
    ask(acting(lan), made, "Who teaches?")
    assert Notice.objects.get(user=somsak).url == f"/applications/{made.pk}"
    assert Letter.objects.filter(address="hoa@example.org").count() == 1


def test_contacts_are_forgotten_half_a_year_after_the_decision(guild, lan, applied):
    today = timezone.localdate()
    decline(acting(lan), applied, "No.")
    assert forget_contacts(today) == 0
    Application.objects.update(decided_at=timezone.now() - dt.timedelta(days=200))
    token = token_of(applied)
    assert forget_contacts(today) == 1
    applied.refresh_from_db()
    assert (applied.contact_name, applied.contact_address, applied.token_hash) == ("", "", "")
    assert application_by_token(token) is None
    assert not Remark.objects.filter(who__contains="Hoa").exists()
    assert applied.reason == "No."
    assert forget_contacts(today) == 0


def test_an_open_application_is_never_forgotten(guild, lan, applied):
    Application.objects.update(at=timezone.now() - dt.timedelta(days=900))
    assert forget_contacts(timezone.localdate()) == 0
    assert SYSTEM.is_staff
