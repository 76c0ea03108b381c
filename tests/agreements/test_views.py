"""The pages of agreements: where it stands, seals, comparisons, steps taken through forms, and two lists."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agreements.scene import PARTIES, TEXT, keep_agreement, keep_bodies, person, signed_rows
from guildbook.accounts.models import User
from guildbook.agreements.actions import circulate
from guildbook.agreements.models import Agreement
from guildbook.agreements.panels import todos
from guildbook.files.models import Attachment
from guildbook.kit.format import day_text
from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db
PAGE = "/agreements/pact"


def enter(client, actor):
    """The client signed in as this person."""
    client.force_login(User.objects.get(username=actor.name))
    return client


@pytest.fixture
def bodies(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    keep_bodies()


@pytest.fixture
def secretary(bodies, client):
    return enter(client, person("secretary", "guild"))


def now():
    return Agreement.objects.get(key="pact")


def shown(client, path=PAGE):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def step(client, name, **sent):
    return client.post(f"{PAGE}/step/{name}", sent)


def test_an_agreement_shows_who_signed_when_and_what_it_gave_rise_to(client):
    keep_book()
    page = shown(client, "/agreements/pact-1")
    for words in ("Synthetic college 1", "signed", "2 Jan 2022", "Synthetic school 1", "Synthetic forum 1"):
        assert words in page
    assert "<dt>Units</dt><dd>1</dd>" in page


def test_every_stage_is_shown_with_its_definition_and_the_present_one_marked(client, bodies):
    keep_agreement(state="signed", status="published", parties=signed_rows(), since="2020", until="2099", versions=[])
    page = shown(client)
    for words in ("Being written.", "Sent to the parties", "Signed, and within its term.", "Past its term"):
        assert words in page
    # Nobody brought the stored state up to date; the page goes by the calendar.
    assert now().state == "signed"
    assert page.count('aria-current="step"') == 1
    assert 'class="now" aria-current="step"><b>In force</b>' in page
    assert '<span class="tag ok">in force</span>' in page


def test_a_later_version_is_compared_with_the_one_before_in_its_language(client):
    keep_book()
    versions = [
        {"number": 1, "language": "en", "text": "One school.", "signed": "2022"},
        {"number": 1, "language": "zh-Hans", "text": "一所学校。", "signed": "2022"},
        {"number": 2, "language": "en", "text": "Two schools."},
    ]
    keep("agreement", "draft-pact", title={"en": "Pact"}, kind="contract", state="draft", versions=versions)
    page = shown(client, "/agreements/draft-pact")
    assert 'href="/agreements/draft-pact/compare?left=1-en&amp;right=2-en"' in page
    page = shown(client, "/agreements/draft-pact/compare?left=1-en&right=2-en")
    assert "<del>One</del><ins>Two</ins>" in page
    assert "<del>One</del><ins>Two</ins>" in shown(client, "/agreements/draft-pact/compare")
    page = shown(client, "/agreements/draft-pact/compare?left=1-en&right=1-zh-Hans")
    assert '<td lang="en"><p>One school.</p></td><td lang="zh-Hans"><p>一所学校。</p></td>' in page
    assert "same, letter by letter" in shown(client, "/agreements/draft-pact/compare?left=1-en&right=1-en")
    assert shown(client, "/agreements/draft-pact/compare?left=9-xx&right=<b>").count("<del>One</del>") == 1


def test_one_text_alone_is_compared_with_nothing(client):
    keep_book()
    assert "only one text" in shown(client, "/agreements/pact-1/compare")


def test_a_renewal_is_compared_with_what_it_renews_only_where_that_is_seen(client, bodies):
    old = [{"number": 1, "language": "en", "text": "One school.", "signed": "2022"}]
    keep_agreement(versions=old, state="in-force", parties=signed_rows(), until="2099")
    new = [{"number": 1, "language": "en", "text": "Two schools."}]
    keep("agreement", "next", title={"en": "Next"}, kind="contract", state="draft", versions=new, status="draft",
         renews="pact", alliance="guild")  # fmt: skip
    enter(client, person("secretary", "guild"))
    assert "<del>One</del><ins>Two</ins>" in shown(client, "/agreements/next/compare")
    Agreement.objects.filter(key="next").update(status="published")
    client.logout()
    assert "One school" not in shown(client, "/agreements/next/compare")


def test_a_broken_seal_is_shown_as_broken(client, secretary):
    keep_agreement(status="published")
    step(client, "circulate")
    assert shown(client).count("Sealed: this is the text as it was frozen.") == 2
    now().versions.filter(language="en").update(text="Article 1. Nothing.")
    page = shown(client)
    assert page.count("Sealed: this is the text as it was frozen.") == 1
    assert "The seal is broken:" in page
    assert "seal broken" in shown(client, f"{PAGE}/compare")


def test_texts_are_written_on_a_page_of_their_own(client, secretary):
    keep_agreement(versions=[])
    assert f'href="{PAGE}/text"' in shown(client)
    sent = {"language": "en", "standing": "authentic", "title": " Pact ", "text": f"{TEXT}\r\n"}
    assert client.post(f"{PAGE}/text", sent)["Location"] == PAGE
    version = now().versions.get()
    assert (version.title, version.text, version.number) == ("Pact", TEXT, 1)
    assert TEXT in shown(client, f"{PAGE}/text?language=en")
    answer = client.post(f"{PAGE}/text", {**sent, "language": "", "text": "What was typed."})
    assert answer.status_code == 422
    assert "is not a language tag" in answer.content.decode()
    assert "What was typed." in answer.content.decode()
    assert client.post(f"{PAGE}/text", {**sent, "text": " "}).status_code == 422
    assert now().versions.get().text == TEXT


def test_a_step_with_a_fault_keeps_what_was_typed(client, secretary):
    keep_agreement()
    step(client, "circulate")
    answer = step(client, "sign", party="college-1", number=1, signed="2999-01-01", method="on-paper")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This day is still to come." in page
    assert 'value="2999-01-01"' in page
    assert '<details class="step" open><summary>Sign</summary>' in page
    assert step(client, "decline", party="college-1", number=1, why="").status_code == 422
    assert step(client, "approve", party="nobody", number=1).status_code == 422
    assert step(client, "approve", party="college-1", number="x").status_code == 422


def test_a_scan_is_sent_with_the_signature_and_stands_beside_the_party(client, secretary):
    keep_agreement()
    step(client, "circulate")
    scan = SimpleUploadedFile("签字页.pdf", b"%PDF-1.7")
    sent = {"party": "college-1", "number": 1, "signed": "2026-03-01", "method": "on-paper", "role": "head-of-1"}
    assert step(client, "sign", **sent, scan=scan)["Location"] == PAGE
    page = shown(client)
    assert f"/files/{Attachment.objects.get().pk}/" in page
    assert "Synthetic head 1" in page
    assert "Still to sign:" in page


def test_every_step_through_its_form(client, secretary):
    today = timezone.localdate().isoformat()
    keep_agreement(since="2024-01-01")
    step(client, "circulate")
    assert "0 people were reminded" in shown(client, step(client, "remind")["Location"])
    step(client, "take-back", why="for a test")
    assert now().state == "draft"
    step(client, "circulate")
    step(client, "approve", party="college-1", number=1)
    step(client, "decline", party="college-2", number=1, why="for a test")
    assert [party.signing for party in now().parties.all()] == ["approved", "declined", "invited"]
    for key in PARTIES:
        step(client, "sign", party=key, number=1, signed="2026-03-01", method="exchange-of-letters")
    assert now().state == "signed"
    step(client, "bring-in-force", since="2024-02-01", until="")
    assert (now().state, now().since) == ("in-force", "2024-02-01")
    step(client, "publish")
    assert now().status == "published"
    for name in ("renew", "amend"):
        made = step(client, name)["Location"]
        assert made.startswith("/agreements/pact-")
        assert "Synthetic pact" in shown(client, made)
    assert step(client, "end", until="soon", why="x").status_code == 422
    step(client, "end", until=today, why="for a test")
    assert (now().state, now().until) == ("ended", today)


@pytest.mark.parametrize(
    "name",
    ["circulate", "take-back", "bring-in-force", "renew", "amend", "end", "publish", "remind", "approve", "sign"],
)
def test_who_does_not_keep_it_takes_no_step(client, bodies, name):
    keep_agreement(state="circulated", status="published")
    sent = {"party": "college-1", "number": 1, "why": "x", "until": "2026-01-01", "signed": "2026-01-01"}
    before = now().version
    assert step(client, name, **sent)["Location"].startswith("/sign-in")
    enter(client, person("other", "college-2", "editor"))
    assert "What you can do" not in shown(client)
    assert step(client, name, **sent, method="on-paper").status_code == 403
    assert now().version == before
    assert client.get(f"{PAGE}/text").status_code == 403


def test_steps_are_posted_and_known(client, secretary):
    keep_agreement()
    assert client.get(f"{PAGE}/step/circulate").status_code == 405
    assert step(client, "fly").status_code == 404
    assert client.post("/agreements/no-such/step/circulate").status_code == 404


def test_a_hidden_agreement_is_hidden_on_every_page(client, bodies):
    keep_agreement()
    for actor in (None, person("lead", "college-1")):
        if actor:
            enter(client, actor)
            assert client.get(f"{PAGE}/text").status_code == 404
            assert step(client, "approve", party="college-1", number=1).status_code == 404
            assert "Synthetic pact" not in shown(client, "/agreements/under-way")
        assert client.get(PAGE).status_code == 404
        assert client.get(f"{PAGE}/compare").status_code == 404


def test_a_party_sees_what_it_is_to_sign_before_the_public_does(client, bodies):
    circulate(person("secretary", "guild"), keep_agreement(), date(2026, 3, 2))
    assert client.get(PAGE).status_code == 404
    assert client.get("/agreements/under-way")["Location"].startswith("/sign-in")
    enter(client, person("lead", "college-1"))
    page = shown(client)
    assert "What you can do" in page
    assert "Send to the parties" not in page
    assert "Synthetic college 2" in shown(client, "/agreements/under-way")
    assert "pact" not in shown(client, "/agreements/")


def test_the_list_of_what_waits_for_whom(client, bodies):
    rows = [{"organisation": key, "signing": "invited"} for key in PARTIES[1:]]
    keep_agreement(
        state="circulated", status="published", parties=[{"organisation": "college-1", "signing": "signed"}, *rows]
    )
    assert "Synthetic pact" in shown(client, "/agreements/?awaiting=college-2")
    assert "Synthetic pact" not in shown(client, "/agreements/?awaiting=college-1")
    assert "Awaiting the signature of" in shown(client, "/agreements/")


def test_agreements_that_produced_nothing_are_listed_the_oldest_first(client, bodies):
    since = (timezone.localdate() - timedelta(days=800)).isoformat()
    keep_agreement(state="in-force", status="published", parties=signed_rows(), since=since, versions=[])
    page = shown(client, "/agreements/idle")
    assert "nothing came of it" in page
    assert "2 years" in page
    keep("unit", "school", names={"en": "School"}, kind="overseas-school", state="open", place="north",
         agreement="pact", status="draft")  # fmt: skip
    assert "Synthetic pact" in shown(client, "/agreements/idle")
    keep("programme", "course", title={"en": "Course"}, kind="degree", organisation="college-1", agreement="pact")
    assert "Synthetic pact" not in shown(client, "/agreements/idle")
    assert "Something came of every agreement" in shown(client, "/agreements/idle")


def test_the_desk_names_signatures_and_ends_the_first_due_at_the_top(client, bodies):
    lead, day = person("lead", "college-1"), timezone.localdate() + timedelta(days=20)
    circulate(person("secretary", "guild"), keep_agreement(), date(2026, 3, 2))
    old = {"title": {"en": "Old pact"}, "kind": "contract", "state": "in-force", "alliance": "guild"}
    keep("agreement", "old", **old, until=day.isoformat(), parties=signed_rows())
    keep("agreement", "long", **old, until="2099", parties=signed_rows())
    ends = f"“Old pact” ends on {day_text(day)}. Renew it, or let it end."
    assert [todo.text for todo in todos(lead)] == ["Sign “Synthetic pact”.", ends]
    assert [todo.text for todo in todos(person("secretary", "guild"))] == [ends]
    assert todos(person("editor", "college-2", "editor")) == []
    enter(client, lead)
    assert "Sign “Synthetic pact”." in shown(client, "/desk/")


def test_the_list_leads_to_what_wants_an_eye(client, secretary):
    assert 'href="/agreements/under-way"' in shown(client, "/agreements/")
    client.logout()
    page = shown(client, "/agreements/")
    assert "/agreements/under-way" not in page
    assert 'href="/agreements/idle"' in page


def test_an_agreement_is_drafted_on_a_short_form(client, secretary):
    page = shown(client, "/agreements/draft")
    assert "Synthetic guild" in page
    sent = {"title": "Pact of two", "kind": "contract", "alliance": "guild", "steward": "guild", "until": "2030"}
    parties = {"party1": "college-1", "party3": "Synthetic college 2"}
    wrong = {**sent, **parties, "party3": "nobody-here", "until": "soon"}
    answer = client.post("/agreements/draft", wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    for words in ('value="nobody-here"', "no organisation with the key", "“soon” is not a date", "Pact of two"):
        assert words in page
    assert not Agreement.objects.exists()
    made = client.post("/agreements/draft", {**sent, **parties})
    agreement = Agreement.objects.get()
    assert made["Location"] == f"/agreements/{agreement.key}/text"
    assert (agreement.status, agreement.state, agreement.title) == ("draft", "draft", {"en": "Pact of two"})
    assert [party.organisation.key for party in agreement.parties.all()] == ["college-1", "college-2"]


def test_drafts_are_made_by_who_acts_for_somebody_and_kept_by_whom_they_act_for(client, bodies):
    assert client.get("/agreements/draft")["Location"].startswith("/sign-in")
    client.force_login(User.objects.create_user("reader", password=None))
    assert client.get("/agreements/draft").status_code == 403
    enter(client, person("other", "college-2", "editor"))
    sent = {"title": "Pact", "kind": "contract", "alliance": "guild", "steward": "", "party1": "college-1"}
    assert client.post("/agreements/draft", sent).status_code == 403
    assert not Agreement.objects.exists()
