"""Files beside records: kept once, seen where their owner is seen, withdrawn and never deleted."""

import hashlib
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from conformance.samples import keep, keep_samples
from guildbook.directory.models import Organisation
from guildbook.files.actions import attach, withdraw
from guildbook.files.models import Attachment
from guildbook.files.panels import files_of, url_of
from guildbook.files.queries import attachment_for, attachments_of, content_path
from guildbook.files.registry import _owners, offer_owner
from guildbook.files.rules import MOST_BYTES
from guildbook.files.views import MOST_SENT
from guildbook.kit.actors import PUBLIC, SYSTEM, Actor
from guildbook.kit.documents import DocumentError
from guildbook.mandates.models import Mandate

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nsigned\n"
HERE = ("agreement", "agreement-0")


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    keep_samples(0)


@pytest.fixture
def keeper():
    """Somebody who keeps the agreement: its alliance's."""
    alliance = Organisation.objects.get(key="alliance-0")
    return Actor("keeper", keeps=frozenset([alliance.pk]))


@pytest.fixture
def signed_in(client):
    user = get_user_model().objects.create_user("lan", password=None)
    alliance = Organisation.objects.get(key="alliance-0")
    Mandate.objects.create(user=user, organisation=alliance, duty="editor", since=date(2020, 1, 1), given_by="test")
    client.force_login(user)
    return client


def test_the_same_content_lies_once_and_the_same_file_is_one(keeper, settings):
    first = attach(keeper, *HERE, ("scan.pdf", PDF))
    again = attach(keeper, *HERE, ("scan.pdf", PDF))
    other = attach(keeper, "organisation", "organisation-0", ("other.pdf", PDF), permitted=True)
    assert again == first
    assert Attachment.objects.count() == 2
    assert first.sha256 == other.sha256 == hashlib.sha256(PDF).hexdigest()
    assert [path.name for path in settings.FILES.rglob("*") if path.is_file()] == [first.sha256]
    assert content_path(first.sha256).read_bytes() == PDF


def test_a_damaged_content_is_written_again(keeper):
    held = attach(keeper, *HERE, ("scan.pdf", PDF))
    content_path(held.sha256).write_bytes(b"")
    attach(keeper, *HERE, ("again.pdf", PDF))
    assert content_path(held.sha256).read_bytes() == PDF


@pytest.mark.parametrize("actor", [PUBLIC, Actor("member"), Actor("other", keeps=frozenset([999_999]))])
def test_who_does_not_keep_the_owner_attaches_nothing(actor, settings):
    with pytest.raises(PermissionDenied):
        attach(actor, *HERE, ("scan.pdf", PDF))
    with pytest.raises(PermissionDenied):
        attach(SYSTEM, "no-such-kind", "agreement-0", ("scan.pdf", PDF))
    assert not Attachment.objects.exists()
    assert not settings.FILES.exists()


def test_a_refused_file_leaves_nothing(keeper, settings):
    with pytest.raises(DocumentError, match="no PDF"):
        attach(keeper, *HERE, ("scan.pdf", b"<html>"))
    with pytest.raises(DocumentError, match="larger than 25 MB"):
        attach(keeper, *HERE, SimpleUploadedFile("a.bin", b"x" * (MOST_BYTES + 10)))
    assert not Attachment.objects.exists()
    assert not settings.FILES.exists()


def test_what_is_not_public_is_for_keepers(keeper):
    open_one = attach(keeper, *HERE, ("a.pdf", PDF))
    closed = attach(keeper, *HERE, ("b.pdf", PDF + b"."), public=False)
    assert attachments_of(PUBLIC, *HERE) == [open_one]
    assert attachments_of(keeper, *HERE) == [open_one, closed]
    assert attachment_for(PUBLIC, closed.pk) is None
    assert attachment_for(keeper, closed.pk) == closed


def test_a_file_of_a_draft_is_as_hidden_as_the_draft(client, keeper):
    keep("agreement", 5, status="draft", alliance="alliance-0", place=None, parent=None, renews=None, parties=[],
         state="draft", steward=None, citations=[])  # fmt: skip
    held = attach(keeper, "agreement", "agreement-5", ("a.pdf", PDF))
    assert attachments_of(PUBLIC, "agreement", "agreement-5") == []
    hidden, nowhere = client.get(url_of(held)), client.get("/files/999999/a.pdf")
    assert hidden.status_code == nowhere.status_code == 404


def test_a_withdrawn_file_stays_for_keepers_only(keeper, client):
    held = attach(keeper, *HERE, ("a.pdf", PDF))
    with pytest.raises(PermissionDenied):
        withdraw(PUBLIC, held)
    withdraw(keeper, held)
    held.refresh_from_db()
    assert held.withdrawn_by == "keeper"
    assert held.withdrawn_at is not None
    assert attachments_of(keeper, *HERE) == []
    assert client.get(url_of(held)).status_code == 404
    assert attachment_for(keeper, held.pk) == held
    assert content_path(held.sha256).exists()


def test_an_area_answers_for_its_own_kind_of_owner(monkeypatch):
    monkeypatch.setattr("guildbook.files.registry._owners", dict(_owners))
    offer_owner("letter", lambda actor, key: key == "1", lambda actor, key: actor.name == "writer")
    assert attach(Actor("writer"), "letter", "1", ("a.pdf", PDF)).record_type == "letter"
    with pytest.raises(PermissionDenied):
        attach(Actor("reader"), "letter", "1", ("a.pdf", PDF))
    assert len(attachments_of(Actor("reader"), "letter", "1")) == 1
    assert attachments_of(Actor("writer"), "letter", "2") == []


@pytest.mark.parametrize(
    ("name", "data", "kind", "how"),
    [
        ("签字页.pdf", PDF, "application/pdf", "attachment"),
        ("page.html", b"<script>alert(1)</script>", "application/octet-stream", "attachment"),
        ("page.svg", b"<svg onload='alert(1)'/>", "application/octet-stream", "attachment"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image/png", "inline"),
    ],
)
def test_a_file_is_handed_out_so_that_nothing_in_it_runs(client, keeper, name, data, kind, how):
    answer = client.get(url_of(attach(keeper, *HERE, (name, data))))
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == data
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"].startswith(how)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_form_attaches_and_returns_to_its_page(signed_in):
    page = signed_in.get("/agreements/agreement-0").content.decode()
    assert 'action="/files/to/agreement/agreement-0"' in page
    sent = {"file": SimpleUploadedFile("scan.pdf", PDF), "label": "signed  page", "back": "/agreements/agreement-0"}
    answer = signed_in.post("/files/to/agreement/agreement-0", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/agreements/agreement-0")
    held = Attachment.objects.get()
    assert (held.label, held.public, held.who) == ("signed page", False, "lan")
    page = signed_in.get("/agreements/agreement-0").content.decode()
    assert url_of(held) in page
    assert "not public" in page


def test_a_form_says_what_is_wrong(signed_in):
    for sent, words in [({}, "Choose a file"), ({"file": SimpleUploadedFile("a.pdf", b"x")}, "no PDF file")]:
        answer = signed_in.post("/files/to/agreement/agreement-0", {**sent, "back": "/agreements/agreement-0"})
        assert words in signed_in.get(answer["Location"]).content.decode()
    assert not Attachment.objects.exists()


def test_a_form_never_leads_to_another_site(signed_in):
    for back in ("https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"):
        answer = signed_in.post("/files/to/agreement/agreement-0", {"back": back})
        assert answer["Location"] == "/", back


def test_who_may_not_is_told_so(client):
    sent = {"file": SimpleUploadedFile("scan.pdf", PDF), "back": "/"}
    assert client.post("/files/to/agreement/agreement-0", sent)["Location"].startswith("/sign-in")
    assert client.post("/files/to/agreement/no-such", sent).status_code == 404
    client.force_login(get_user_model().objects.create_user("minh", password=None))
    assert client.post("/files/to/agreement/agreement-0", sent).status_code == 403
    assert client.get("/files/to/agreement/agreement-0").status_code == 405
    assert not Attachment.objects.exists()


def test_a_form_without_its_token_is_refused(keeper):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    user = get_user_model().objects.create_user("minh", password=None, is_staff=True)
    strict.force_login(user)
    assert strict.post("/files/to/agreement/agreement-0", {"back": "/"}).status_code == 403
    held = attach(keeper, *HERE, ("a.pdf", PDF))
    assert strict.post(f"/files/{held.pk}/withdraw", {"back": "/"}).status_code == 403


def test_a_huge_request_is_not_read(signed_in):
    answer = signed_in.post("/files/to/agreement/agreement-0", {"back": "/"}, headers={"content-length": MOST_SENT + 1})
    assert answer.status_code == 413
    assert "25 MB" in answer.content.decode()


def test_a_button_withdraws(signed_in, keeper):
    held = attach(keeper, *HERE, ("a.pdf", PDF))
    assert signed_in.get(f"/files/{held.pk}/withdraw").status_code == 405
    answer = signed_in.post(f"/files/{held.pk}/withdraw", {"back": "/agreements/agreement-0"})
    assert answer["Location"] == "/agreements/agreement-0"
    held.refresh_from_db()
    assert held.withdrawn_by == "lan"


def test_readers_get_no_block_where_there_is_nothing(keeper):
    assert files_of(*HERE, PUBLIC, "/") is None
    assert files_of(*HERE, keeper, "/") is not None
    attach(keeper, *HERE, ("a.pdf", PDF), part="party:organisation-0")
    assert files_of(*HERE, PUBLIC, "/", but=["party:organisation-0"]) is None
    assert files_of(*HERE, PUBLIC, "/")["files"][0]["name"] == "a.pdf"


def test_a_form_does_not_say_whose_scan_a_file_is(signed_in):
    sent = {"file": SimpleUploadedFile("a.pdf", PDF), "part": "party:organisation-0", "back": "/"}
    assert signed_in.post("/files/to/agreement/agreement-0", sent).status_code == 302
    assert Attachment.objects.get().part == ""
