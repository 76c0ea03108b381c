"""From a draft to signatures: who may do what, what is frozen, and what the last signature makes of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from agreements.scene import DAY, PARTIES, TEXT, keep_agreement, keep_bodies, person, signed_rows
from guildbook.agreements.actions import (
    Signature,
    amend,
    approve,
    circulate,
    decline,
    renew,
    sign,
    take_back,
    write_text,
)
from guildbook.agreements.models import Agreement
from guildbook.agreements.queries import under_way, visible_agreements, waiting_for
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import is_broken, seal_of
from guildbook.directory.models import Organisation, Role
from guildbook.files.models import Attachment
from guildbook.files.queries import attachments_of
from guildbook.kit.actions import changes_of
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.notices.models import Notice

pytestmark = pytest.mark.django_db
BOOK = Signature("2026-03-03", "in-the-book")
PAPER = Signature("2026-03-03", "on-paper")


@pytest.fixture(autouse=True)
def _bodies(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    keep_bodies()


@pytest.fixture
def secretary():
    return person("secretary", "guild")


@pytest.fixture
def leads():
    return {key: person(f"lead-{key}", key) for key in PARTIES}


def body(key):
    return Organisation.objects.get(key=key)


def now():
    return Agreement.objects.get(key="pact")


def sent(secretary):
    return circulate(secretary, keep_agreement(), DAY)


def sign_all(leads, agreement):
    for key, lead in leads.items():
        agreement = sign(lead, agreement, body(key), 1, BOOK)
    return agreement


def notices(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def test_sending_freezes_the_texts_and_tells_who_signs(secretary, leads):
    editor = person("editor", "college-1", "editor")
    agreement = sent(secretary)
    assert agreement.state == "circulated"
    assert {one.circulated for one in agreement.versions.all()} == {DAY.isoformat()}
    assert agreement.versions.first().content_hash == seal_of(1, "en", "Pact", TEXT)
    assert notices("agreement-circulated") == [f"lead-{key}" for key in PARTIES]
    assert visible_agreements(editor).filter(key="pact").exists()


def test_a_draft_is_seen_by_its_keepers_and_once_sent_by_its_parties(secretary, leads):
    outsider, lead = person("other", "college-3"), leads["college-1"]
    two = [{"organisation": key, "signing": "invited"} for key in PARTIES[:2]]
    agreement = keep_agreement(parties=two)
    for actor, seen in ((PUBLIC, False), (lead, False), (secretary, True), (SYSTEM, True)):
        assert visible_agreements(actor).filter(key="pact").exists() is seen
    agreement = circulate(secretary, agreement, DAY)
    for actor, seen in ((PUBLIC, False), (outsider, False), (lead, True), (secretary, True)):
        assert visible_agreements(actor).filter(key="pact").exists() is seen
        assert list(under_way(actor)) == ([agreement] if seen else [])
    assert list(waiting_for(lead)) == [agreement]
    assert list(waiting_for(secretary)) == []
    take_back(secretary, agreement, "a mistake in article 2")
    assert not visible_agreements(lead).filter(key="pact").exists()


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"parties": [{"organisation": "college-1", "signing": "invited"}]}, "at least two parties"),
        ({"parties": [{"organisation": "college-1", "signing": "invited"}] * 2}, "named twice"),
        ({"versions": []}, "Write the text"),
        ({"versions": [{"number": 1, "language": "en"}]}, "Write the text"),
        (
            {"versions": [{"number": 1, "language": tag, "text": "x"} for tag in ("en", "vi")]},
            "which text is authoritative",
        ),
        (
            {"versions": [{"number": 1, "language": t, "text": "x", "standing": "translation"} for t in ("en", "vi")]},
            "one is authoritative",
        ),
    ],
)
def test_what_is_not_ready_is_not_sent(secretary, columns, words):
    agreement = keep_agreement(**columns)
    with pytest.raises(DocumentError, match=words):
        circulate(secretary, agreement, DAY)
    assert now().state == "draft"
    assert not Notice.objects.exists()


def test_all_texts_may_be_equally_authoritative_and_a_single_one_is(secretary):
    both = [{"number": 1, "language": tag, "text": "x", "standing": "authentic"} for tag in ("en", "vi")]
    assert circulate(secretary, keep_agreement(versions=both), DAY).state == "circulated"
    take_back(secretary, now(), "for a test")
    write_text(secretary, now(), "vi", "", "", "Một điều.")
    circulate(secretary, now(), DAY)
    assert now().versions.last().standing == "authentic"


def test_a_text_that_was_sent_is_not_changed_but_followed_by_the_next(secretary):
    agreement = sent(secretary)
    agreement = write_text(secretary, agreement, "en", "authentic", "Pact", "Article 1. Two schools.")
    assert [(one.number, one.language, bool(one.content_hash)) for one in agreement.versions.all()] == [
        (1, "en", True),
        (1, "zh-Hans", True),
        (2, "en", False),
    ]
    agreement = write_text(secretary, agreement, "en", "authentic", "Pact", "Article 1. Three schools.")
    assert [one.text for one in agreement.versions.filter(number=2)] == ["Article 1. Three schools."]


def test_a_new_version_asks_every_party_anew(secretary, leads):
    agreement = sent(secretary)
    approve(leads["college-1"], agreement, body("college-1"), 1)
    write_text(secretary, now(), "en", "authentic", "Pact", "Article 1. Two schools.")
    with pytest.raises(DocumentError, match="changed meanwhile"):
        approve(leads["college-2"], now(), body("college-2"), 1)
    circulate(secretary, now(), DAY)
    assert {party.signing for party in now().parties.all()} == {"invited"}
    with pytest.raises(DocumentError, match="changed meanwhile"):
        sign(leads["college-1"], now(), body("college-1"), 1, BOOK)
    approve(leads["college-1"], now(), body("college-1"), 2)
    with pytest.raises(DocumentError, match="have this version"):
        circulate(secretary, now(), DAY)


def test_only_keepers_write_send_and_take_back(secretary, leads):
    agreement = sent(secretary)
    for actor in (PUBLIC, leads["college-1"]):
        for act in (
            lambda who: circulate(who, agreement, DAY),
            lambda who: take_back(who, agreement, "why"),
            lambda who: write_text(who, agreement, "en", "authentic", "", "x"),
        ):
            with pytest.raises(PermissionDenied):
                act(actor)
    with pytest.raises(DocumentError, match="reason"):
        take_back(secretary, agreement, " ")
    assert now().version == agreement.version


def test_a_party_speaks_for_itself_alone(secretary, leads):
    agreement, lead = sent(secretary), leads["college-1"]
    editor = person("editor", "college-2", "editor")
    for actor in (PUBLIC, editor, lead):
        with pytest.raises(PermissionDenied):
            approve(actor, agreement, body("college-2"), 1)
        with pytest.raises(PermissionDenied):
            sign(actor, agreement, body("college-2"), 1, BOOK)
        with pytest.raises(PermissionDenied):
            decline(actor, agreement, body("college-2"), 1, "no")
    with pytest.raises(DocumentError, match="no party"):
        approve(person("guest", "guild"), agreement, body("guild"), 1)
    approve(lead, agreement, body("college-1"), 1)
    assert [party.signing for party in now().parties.all()] == ["approved", "invited", "invited"]
    assert changes_of(AGREEMENT, "pact").first().who == "lead-college-1"
    assert notices("agreement-answered") == ["guest", "secretary"]


def test_three_sign_and_the_agreement_is_in_force_within_its_term(secretary, leads):
    today = timezone.localdate()
    until = (today + timedelta(days=800)).isoformat()
    agreement = circulate(secretary, keep_agreement(since=today.isoformat(), until=until), DAY)
    role = Role.objects.get(key="head-of-1")
    sign(leads["college-1"], agreement, body("college-1"), 1, Signature("2026-03-03", "in-the-book", role))
    sign(leads["college-2"], now(), body("college-2"), 1, Signature("2026-03-05", "in-the-book"))
    assert (now().state, now().signed) == ("circulated", "")
    assert notices("agreement-signed") == []
    sign(leads["college-3"], now(), body("college-3"), 1, BOOK)
    agreement = now()
    assert (agreement.state, agreement.signed) == ("in-force", "2026-03-05")
    assert {one.signed for one in agreement.versions.all()} == {"2026-03-05"}
    assert not any(is_broken(one) for one in agreement.versions.all())
    assert agreement.parties.first().role == role
    assert notices("agreement-signed") == [*(f"lead-{key}" for key in PARTIES), "secretary"]


def test_without_a_term_it_is_signed_and_somebody_says_when_it_is_in_force(secretary, leads):
    assert sign_all(leads, sent(secretary)).state == "signed"


def test_a_signature_on_paper_is_recorded_by_a_keeper_with_its_scan(secretary, leads):
    agreement = sent(secretary)
    with pytest.raises(DocumentError, match="Only who leads the party"):
        sign(secretary, agreement, body("college-1"), 1, BOOK)
    scan = ("page.pdf", b"%PDF-1.7 signed")
    sign(secretary, agreement, body("college-1"), 1, Signature("2026-03", "on-paper", scan=scan))
    party = now().parties.first()
    assert (party.signing, party.signed, party.method) == ("signed", "2026-03", "on-paper")
    held = Attachment.objects.get()
    assert (held.part, held.public) == ("party:college-1", False)
    assert attachments_of(PUBLIC, "agreement", "pact") == []
    assert attachments_of(leads["college-3"], "agreement", "pact") == [held]


@pytest.mark.parametrize(
    ("signature", "words"),
    [
        (Signature("", "on-paper"), "Give the day"),
        (Signature("2999-01-01", "on-paper"), "still to come"),
        (Signature("2026-03-03", ""), "how it was signed"),
        (Signature("2026-03-03", "by-fax"), "how it was signed"),
        (Signature("2026-03-03", "on-paper", scan=("a.pdf", b"no")), "no PDF file"),
        (Signature("2026-03-03", "on-paper", scan=("a.pdf", b"")), "empty"),
    ],
)
def test_a_signature_with_a_fault_leaves_nothing(secretary, signature, words):
    agreement = sent(secretary)
    with pytest.raises(DocumentError, match=words):
        sign(secretary, agreement, body("college-1"), 1, signature)
    assert now().version == agreement.version
    assert not Attachment.objects.exists()


def test_nobody_signs_through_a_role_elsewhere_or_twice(secretary, leads):
    agreement = sent(secretary)
    role = Role.objects.get(key="head-of-2")
    with pytest.raises(DocumentError, match="no role at the party"):
        sign(secretary, agreement, body("college-1"), 1, Signature("2026-03-03", "on-paper", role))
    sign(leads["college-1"], agreement, body("college-1"), 1, BOOK)
    for act in (approve, lambda *given: sign(*given, BOOK), lambda *given: decline(*given, "no")):
        with pytest.raises(DocumentError, match="signed already"):
            act(leads["college-1"], now(), body("college-1"), 1)


def test_who_declines_gives_a_reason_and_may_change_its_mind(secretary, leads):
    agreement, lead = sent(secretary), leads["college-2"]
    with pytest.raises(DocumentError, match="reason"):
        decline(lead, agreement, body("college-2"), 1, "")
    decline(lead, agreement, body("college-2"), 1, "article 2 binds us too long")
    assert "article 2 binds us too long" in changes_of(AGREEMENT, "pact").first().why
    for key in ("college-1", "college-3"):
        sign(leads[key], now(), body(key), 1, BOOK)
    assert now().state == "circulated"
    sign(lead, now(), body("college-2"), 1, BOOK)
    assert now().state == "signed"


def test_nothing_is_signed_before_it_was_sent(secretary, leads):
    with pytest.raises(PermissionDenied):
        sign(PUBLIC, keep_agreement(), body("college-1"), 1, BOOK)
    with pytest.raises(DocumentError, match="draft"):
        sign(secretary, now(), body("college-1"), 1, PAPER)


def test_a_renewal_follows_and_lays_the_old_one_to_rest(secretary, leads):
    old = keep_agreement(
        state="in-force", status="published", since="2024-01-01", until="2029-12-31", parties=signed_rows(),
        versions=[{"number": 3, "language": "en", "text": TEXT, "standing": "authentic", "signed": "2024"}],
    )  # fmt: skip
    made = renew(secretary, old)
    assert (made.state, made.status, made.renews, made.since) == ("draft", "draft", old, "2030-01-01")
    assert [(one.number, one.text, one.content_hash) for one in made.versions.all()] == [(1, TEXT, "")]
    assert [party.signing for party in made.parties.all()] == ["invited"] * 3
    with pytest.raises(DocumentError, match="draft of it already"):
        renew(secretary, old)
    with pytest.raises(PermissionDenied):
        renew(leads["college-1"], old)
    made = sign_all(leads, circulate(secretary, made, DAY))
    old.refresh_from_db()
    assert (made.state, old.state) == ("signed", "renewed")
    assert changes_of(AGREEMENT, "pact").first().why == "“Synthetic pact” was signed"


def test_an_amendment_changes_the_amended_one(secretary, leads):
    versions = [{"number": 1, "language": "en", "text": TEXT, "standing": "authentic", "signed": "2024"}]
    old = keep_agreement(
        state="in-force", since="2024-01-01", until="2029-12-31", parties=signed_rows(), versions=versions
    )
    made = amend(secretary, old)
    made = write_text(secretary, made, "en", "authentic", "", "Article 2. It opens in autumn.")
    sign_all(leads, circulate(secretary, made, DAY))
    old.refresh_from_db()
    assert old.state == "amended"
    assert old.versions.first().text == TEXT
    assert date.fromisoformat(old.until) == date(2029, 12, 31)


def test_a_text_changed_behind_the_book_shows_a_broken_seal(secretary):
    agreement = sent(secretary)
    agreement.versions.filter(language="en").update(text="Article 1. Nothing.")
    assert [is_broken(one) for one in agreement.versions.all()] == [True, False]
