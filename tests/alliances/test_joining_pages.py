"""The pages of joining: from the visitor's form to the decision, closed to robots and to strangers."""

import re
from contextlib import closing

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alliances.conftest import acting, asking, person
from guildbook.alliances.actions import apply_to_join, note
from guildbook.alliances.models import Application, Membership
from guildbook.alliances.queries.applications import token_of
from guildbook.alliances.views import robots
from guildbook.files.models import Attachment
from guildbook.kit.actors import PUBLIC
from guildbook.notices.models import Letter
from portal.books import keep

pytestmark = pytest.mark.django_db
JOIN = "/alliances/guild/join"


@pytest.fixture(autouse=True)
def _calm(monkeypatch):
    """Nobody waits here, and nobody has come before."""
    monkeypatch.setattr(robots, "QUICKEST", 0)
    cache.clear()


@pytest.fixture
def applied(guild, lan):
    return apply_to_join(PUBLIC, guild, asking(), "en")


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def form(client, **changed):
    page = client.get(JOIN).content.decode()
    sent = {
        "begun": re.search(r'name="begun" value="([^"]+)"', page).group(1),
        "names.en": "Sample College",
        "kind": "school",
        "country": "south",
        "role": "member",
        "statement": "We train welders.",
        "contact_name": "Hoa",
        "contact_address": "hoa@example.org",
    }
    return {**sent, **changed}


def test_a_visitor_applies_and_is_written_to(client, guild, lan):
    answer = client.post(JOIN, form(client), headers={"accept-language": "vi"})
    assert (answer.status_code, answer["Location"]) == (302, f"{JOIN}/sent")
    made = Application.objects.get()
    assert (made.language, made.country.key, made.names) == ("vi", "south", {"en": "Sample College"})
    page = client.get(f"{JOIN}/sent").content.decode()
    assert "hoa@example.org" not in page
    assert token_of(made) not in page
    assert Letter.objects.filter(address="hoa@example.org").count() == 1


def test_an_organisation_of_the_book_is_found_by_its_name(client, guild, lan):
    client.post(JOIN, form(client, organisation="Synthetic college", kind="", country="", **{"names.en": ""}))
    assert Application.objects.get().organisation.key == "college"
    answer = client.post(JOIN, form(client, organisation="Synthetic colleg"))
    assert answer.status_code == 422
    assert "Choose one of the names offered" in answer.content.decode()


def test_a_draft_is_no_organisation_of_the_book(client, guild, lan):
    keep("organisation", "secret", kind="school", status="draft", names=[{"text": "Secret", "language": "en"}])
    hidden = client.post(JOIN, form(client, organisation="secret")).content.decode()
    missing = client.post(JOIN, form(client, organisation="nobody")).content.decode()
    scrubbed = [
        re.sub(r'value="(?:form:[^"]+|secret|nobody)"|csrfmiddlewaretoken"[^>]+', "", x) for x in (hidden, missing)
    ]
    assert scrubbed[0] == scrubbed[1]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(client, guild, lan):
    answer = client.post(JOIN, form(client, contact_address="nobody", statement="We teach <b>welding</b>.", kind=""))
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ('value="nobody"', "We teach &lt;b&gt;welding&lt;/b&gt;.", 'value="Sample College"', "Say what the"):
        assert words in page
    assert not Application.objects.exists()


def test_files_come_along_and_are_not_public(client, guild, lan):
    sent = form(client, files=[SimpleUploadedFile("Điều lệ.txt", "Điều lệ".encode())])
    assert client.post(JOIN, sent).status_code == 302
    held = Attachment.objects.get()
    token = token_of(Application.objects.get())
    assert client.get(f"/files/{held.pk}/{held.name}").status_code == 404
    for reader, address in ((signed_in(lan), "/files"), (client, f"/applications/{token}/files")):
        with closing(reader.get(f"{address}/{held.pk}/{held.name}")) as answer:
            assert b"".join(answer.streaming_content) == "Điều lệ".encode()
            assert "attachment" in answer["Content-Disposition"]
    assert client.get(f"/applications/{token}x/files/{held.pk}/{held.name}").status_code == 404
    assert f"/applications/{token}/files/{held.pk}/" in client.get(f"/applications/{token}").content.decode()


class TestRobots:
    @pytest.mark.parametrize("changed", [{"subject_line": "buy"}, {"begun": ""}, {"begun": "form:1:x"}])
    def test_what_no_person_sends_is_not_taken(self, client, guild, lan, changed):
        answer = client.post(JOIN, form(client, **changed))
        assert answer.status_code == 422
        assert "We train welders." in answer.content.decode()
        assert not Application.objects.exists()

    def test_who_was_too_quick_or_too_slow_sends_it_again(self, client, guild, lan, monkeypatch):
        monkeypatch.setattr(robots, "QUICKEST", 60)
        assert client.post(JOIN, form(client)).status_code == 422
        monkeypatch.setattr(robots, "QUICKEST", 0)
        monkeypatch.setattr(robots, "LONGEST", -1)
        assert client.post(JOIN, form(client)).status_code == 422
        assert not Application.objects.exists()

    def test_one_network_sends_so_many_an_hour(self, client, guild, lan, monkeypatch):
        monkeypatch.setattr(robots, "MOST_AN_HOUR", 2)
        sent = [form(client, contact_address=f"p{n}@example.org", **{"names.en": f"College {n}"}) for n in range(3)]
        assert [client.post(JOIN, each).status_code for each in sent] == [302, 302, 429]

    def test_one_address_is_written_to_so_often_a_day(self, client, guild, lan, monkeypatch):
        monkeypatch.setattr(robots, "MOST_TO_AN_ADDRESS", 1)
        assert client.post(JOIN, form(client)).status_code == 302
        assert client.post(JOIN, form(client)).status_code == 429
        assert Letter.objects.filter(address="hoa@example.org").count() == 1


def test_an_alliance_nobody_serves_takes_no_applications(client, guild):
    page = client.get(JOIN).content.decode()
    assert "takes no applications" in page
    assert "<textarea" not in page
    assert JOIN not in client.get("/alliances/guild").content.decode()
    assert client.post(JOIN, {"statement": "x"}).status_code == 200
    assert not Application.objects.exists()


def test_a_draft_alliance_has_no_form(client, guild, lan):
    keep("alliance", "hidden", status="draft", names=[{"text": "Hidden", "language": "en"}])
    for address in ("join", "join/sent", "offices", "applications", "terms"):
        hidden, missing = (client.get(f"/alliances/{key}/{address}") for key in ("hidden", "nobody"))
        assert hidden.status_code == missing.status_code == 404


def test_the_private_page_is_for_nobody_else_and_no_search_engine(client, applied):
    answer = client.get(f"/applications/{token_of(applied)}")
    assert answer.status_code == 200
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"  # with none at all browsers send forms without their origin
    assert client.get("/applications/wrong").status_code == 404
    assert client.get(f"/applications/{applied.pk}").status_code == 404


def test_question_answer_and_note(client, lan, applied):
    queue = f"/alliances/guild/applications/{applied.pk}"
    office, link = signed_in(lan), f"/applications/{token_of(applied)}"
    assert office.post(queue, {"act": "ask", "question": "How many students?"}).status_code == 302
    assert office.post(queue, {"act": "note", "note": "A friend of ours."}).status_code == 302
    page = client.get(link).content.decode()
    assert "How many students?" in page
    assert "A friend of ours." not in page
    assert client.post(link, {"act": "answer", "text": " "}).status_code == 422
    assert client.post(link, {"act": "answer", "text": "Four hundred."}).status_code == 302
    assert "Four hundred." in office.get(queue).content.decode()
    assert "A friend of ours." in office.get(queue).content.decode()


def test_admitted_from_the_page(client, lan, applied):
    queue = f"/alliances/guild/applications/{applied.pk}"
    office = signed_in(lan)
    sent = {"act": "admit", "role": "director", "since": "2026-03-01", "until": "2029-02-28", "invites": "on"}
    assert office.post(queue, sent).status_code == 422  # which organisation was not said
    assert office.post(queue, {**sent, "organisation": "-new-", "place": "south"}).status_code == 302
    member = Membership.objects.get()
    page = client.get("/alliances/guild").content.decode()
    assert "Sample College" in page
    assert "director unit" in page
    told = client.get(f"/applications/{token_of(applied)}").content.decode()
    assert "Admitted. Welcome!" in told
    assert f"/organisations/{member.organisation.key}" in told
    again = office.post(queue, {**sent, "organisation": "-new-"})
    assert again.status_code == 422
    assert Membership.objects.count() == 1


def test_admitted_as_one_the_book_has_by_its_name(lan, applied):
    queue = f"/alliances/guild/applications/{applied.pk}"
    sent = {
        "act": "admit",
        "role": "member",
        "since": "2026-03-01",
        "organisation": "-new-",
        "other": "Synthetic college",
    }
    assert signed_in(lan).post(queue, sent).status_code == 302
    assert Membership.objects.get().organisation.key == "college"


def test_declined_and_withdrawn(client, guild, lan, applied):
    queue = f"/alliances/guild/applications/{applied.pk}"
    assert signed_in(lan).post(queue, {"act": "decline", "reason": "Not yet."}).status_code == 302
    page = client.get(f"/applications/{token_of(applied)}").content.decode()
    assert "Not yet." in page
    assert "<textarea" not in page
    other = apply_to_join(PUBLIC, guild, asking(names={"en": "Other"}), "en")
    assert client.post(f"/applications/{token_of(other)}", {"act": "withdraw"}).status_code == 302
    other.refresh_from_db()
    assert other.state == "withdrawn"


def test_who_serves_another_alliance_sees_nothing(guild, lan, somsak, applied):
    keep("alliance", "other", names=[{"text": "Other guild", "language": "en"}])
    queue = f"/alliances/guild/applications/{applied.pk}"
    for client in (signed_in(somsak), signed_in(person("other", "other"))):
        for address in ("/alliances/guild/applications", queue, "/alliances/guild/terms"):
            answer = client.get(address)
            assert answer.status_code == 403
            assert "Sample College" not in answer.content.decode()
    assert signed_in(person("boss", "other")).get(f"/alliances/other/applications/{applied.pk}").status_code == 404
    assert Client().get(queue).status_code == 302


def test_names_and_addresses_of_applicants_are_for_the_secretariat_only(client, guild, lan, applied):
    note(acting(lan), applied, "Call hoa@example.org")
    for address in ("/alliances/guild", "/latest/", JOIN, "/search/?q=hoa", "/alliances/guild.json"):
        assert "hoa@example.org" not in client.get(address).content.decode().casefold()
    assert "hoa@example.org" in signed_in(lan).get(f"/alliances/guild/applications/{applied.pk}").content.decode()


def test_terms_and_offices_from_their_pages(client, guild, lan):
    keep("membership", "held", alliance="guild", organisation="college", since="2023", until="2026-12-31")
    office = signed_in(lan)
    assert "Synthetic college" in office.get("/alliances/guild/terms").content.decode()
    term = "/memberships/held/term"
    assert office.post(term, {"act": "renew", "since": "soon"}).status_code == 422
    assert office.post(term, {"act": "renew", "since": "2027-01-01", "until": ""}).status_code == 302
    assert Membership.objects.count() == 2
    assert "later term" in office.get(term).content.decode()
    page = client.get("/alliances/guild/offices").content.decode()
    assert "Guild office" in page
    assert "<form" not in page.split("<main")[1]
    sent = {"act": "hand-over", "place": "2", "to": "Synthetic college", "on": "2026-03-01"}
    assert client.post("/alliances/guild/offices", sent).status_code == 302
    assert "Synthetic college" not in client.get("/alliances/guild/offices").content.decode()
    assert office.post("/alliances/guild/offices", {**sent, "to": "nobody"}).status_code == 422
    assert office.post("/alliances/guild/offices", sent).status_code == 302
    page = client.get("/alliances/guild/offices").content.decode()
    assert page.index("Synthetic college") < page.index("In the past")


def test_the_alliance_shows_those_within_and_those_who_left(client, guild):
    keep("alliance", "inner", names=[{"text": "Inner guild", "language": "en"}])
    keep("membership", "nested", alliance="guild", organisation="inner", since="2024")
    keep("membership", "left", alliance="guild", organisation="college", since="2021", until="2022", state="ended")
    page = client.get("/alliances/guild").content.decode()
    assert "Alliances within" in page
    assert "/alliances/inner" in page
    assert "1 former membership" in page
