"""Alignments: proposals are staff's alone; what people decide is kept, credited, and follows changes of standards."""

import io
import json

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client

from guildbook.figures.definitions import faults_of, read_definition
from guildbook.figures.queries import Question, ask, ask_many
from guildbook.kit.actions import changes_of, undo
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.standards.actions import proposing, reviewing
from guildbook.standards.models import Alignment, AlignmentProposal, StandardItem
from guildbook.standards.queries import find_version
from guildbook.standards.records import ALIGNMENT
from portal.books import keep, keep_indicators

pytestmark = pytest.mark.django_db
ENGLISH = {
    "1": "Cut the wood",
    "1.1": "Mark the line with a pencil",
    "1.2": "Saw along the line",
    "2": "Join the boards",
    "2.1": "Spread the glue",
}
VIETNAMESE = {
    "1": "Cắt gỗ",
    "1.1": "Vạch đường bằng bút chì",
    "1.2": "Cưa theo đường vạch",
    "2": "Ghép ván",
    "3": "Dọn dẹp",
}
FACTS = {"title": {"en": "Joinery"}, "kind": "job"}


def rows(version, texts):
    return [{"version": version, "number": number, "text": text} for number, text in texts.items()]


VERSIONS = [{"name": "1", "language": "en"}, {"name": "1-vi", "language": "vi", "localises": "1"}]
ITEMS = [*rows("1", ENGLISH), *rows("1-vi", VIETNAMESE)]


def keep_joinery(english=ENGLISH, vietnamese=VIETNAMESE, newer=None):
    versions = list(VERSIONS)
    items = [*rows("1", english), *rows("1-vi", vietnamese)]
    if newer:
        versions.append({"name": "2", "language": "en"})
        items.extend(rows("2", newer))
    keep("standard", "joinery", **FACTS, versions=versions, items=items)


def number_to_id(version):
    return dict(StandardItem.objects.filter(version=version).values_list("number", "identifier"))


@pytest.fixture
def alignment(db):
    """Joinery beside its localisation, with four proposals."""
    keep_joinery()
    made = proposing.begin_alignment(
        SYSTEM, find_version(SYSTEM, "joinery@1"), find_version(SYSTEM, "joinery@1-vi"), "test"
    )
    first, second = number_to_id("1"), number_to_id("1-vi")
    for number, score in (("1", 0.95), ("1.1", 0.99), ("1.2", 0.97), ("2", 0.6)):
        AlignmentProposal.objects.create(alignment=made, from_item=first[number], to_item=second[number], score=score)
    return made


@pytest.fixture
def staff(client, alignment):
    client.force_login(get_user_model().objects.create_user("lan", is_staff=True))
    return client


def decide(client, one, other, **said):
    first, second = number_to_id("1"), number_to_id("1-vi")
    sent = {"from_item": first[one], "to_item": second.get(other, ""), **said}
    return client.post("/alignments/joinery-1-1-vi/review", sent)


def data(client):
    return client.get("/alignments/joinery-1-1-vi.json").json()


def test_the_public_sees_no_proposal_on_any_face(client, alignment):
    address = "/alignments/joinery-1-1-vi"
    for face in (address, f"{address}.json", f"{address}.jsonld", f"/api{address}", f"{address}/history"):
        answer = client.get(face).content.decode()
        assert "not reviewed" not in answer, face
        assert "0.95" not in answer, face
    assert "matches" not in data(client)
    assert "0 of 5 items covered" in client.get(address).content.decode()
    for tail in ("review", "confirm", "compute", "state", "as"):
        assert client.post(f"{address}/{tail}")["Location"].startswith("/sign-in"), tail
    assert client.get(f"{address}/confirm")["Location"].startswith("/sign-in")


def test_staff_see_proposals_marked_and_excluded_from_data(staff):
    page = staff.get("/alignments/joinery-1-1-vi").content.decode()
    assert page.count("proposed, not reviewed") == 4
    assert "matches" not in data(staff)


def test_a_confirmation_is_credited_and_counts(staff):
    keep("organisation", "college", kind="school", names=[{"text": "A College", "language": "en"}])
    staff.post("/alignments/joinery-1-1-vi/as", {"name": "Trần Lan", "organisation": "college"})
    answer = decide(staff, "1.1", "1.1", confirm="1", score="0.99", relation="narrower", note="Only pencils")
    first = number_to_id("1")
    assert answer["Location"] == f"/alignments/joinery-1-1-vi?done={first['1.1']}#{first['1.1']}"
    held = data(staff)
    assert (held["state"], held["from_covered"], held["to_covered"], held["from_items"]) == ("in-review", 1, 1, 5)
    match = held["matches"][0]
    assert (match["relation"], match["state"], match["score"]) == ("narrower", "confirmed", 0.99)
    assert (match["confirmed_by"], match["organisation"], match["note"]) == (
        "Trần Lan", "college", {"en": "Only pencils"}
    )  # fmt: skip
    assert match["confirmed_on"]
    staff.logout()
    page = staff.get("/alignments/joinery-1-1-vi").content.decode()
    for words in ("Trần Lan", "A College", "narrower", "Only pencils", "1 of 5 items covered", "20 %"):
        assert words in page


def test_a_correction_takes_another_item_and_rejects_the_proposed_one(staff):
    decide(staff, "2", "2", confirm="1", number="3", score="0.6", relation="related")
    held = {(match["state"], match["to_item"]) for match in data(staff)["matches"]}
    second = number_to_id("1-vi")
    assert held == {("confirmed", second["3"]), ("rejected", second["2"])}
    answer = staff.post(decide(staff, "2", "2", confirm="1", number="9").url, follow=True)
    assert "has no item 9" in answer.content.decode()


def test_one_item_may_have_several_partners(staff):
    decide(staff, "1.1", "1.1", confirm="1")
    decide(staff, "1.1", "1.2", confirm="1", relation="related")
    assert [match["state"] for match in data(staff)["matches"]] == ["confirmed", "confirmed"]
    assert data(staff)["from_covered"] == 1
    assert data(staff)["to_covered"] == 2


def test_a_decision_can_be_taken_back_and_undone(staff, alignment):
    decide(staff, "1", "1", confirm="1")
    decide(staff, "1", "1", undecide="1")
    assert "matches" not in data(staff)
    assert staff.get("/alignments/joinery-1-1-vi").content.decode().count("proposed, not reviewed") == 4
    undo(SYSTEM, changes_of(ALIGNMENT, alignment.key).first(), ALIGNMENT)
    assert len(data(staff)["matches"]) == 1


def test_many_are_confirmed_only_as_counted(staff, alignment):
    address = "/alignments/joinery-1-1-vi/confirm"
    assert "3 proposals" in staff.get(f"{address}?above=0.9").content.decode()
    assert staff.post(address, {"above": "0.9", "expected": "4"}).status_code == 422
    assert staff.post(address, {"above": "0.9"}).status_code == 422
    assert "matches" not in data(staff)
    staff.post(address, {"above": "0.9", "expected": "3"})
    assert data(staff)["from_covered"] == 3
    assert changes_of(ALIGNMENT, alignment.key).count() == 2
    assert "No proposal" in staff.get(f"{address}?above=0.9").content.decode()


def test_nobody_but_staff_may_by_any_way(alignment):
    decision = reviewing.Decision("a", "b", "confirmed")
    with pytest.raises(PermissionDenied):
        reviewing.review(
            PUBLIC,
            alignment,
            reviewing.Decision(number_to_id("1")["1"], number_to_id("1-vi")["1"], "confirmed"),
            reviewing.Reviewer("x"),
        )
    with pytest.raises(DocumentError, match="no item"):
        reviewing.review(SYSTEM, alignment, decision, reviewing.Reviewer("x"))
    with pytest.raises(PermissionDenied):
        proposing.propose(PUBLIC, alignment)
    with pytest.raises(PermissionDenied):
        proposing.propose_in_background(PUBLIC, alignment)


def test_a_changed_text_is_flagged_and_a_review_of_it_settles_that(staff):
    for number in ("1", "1.1"):
        decide(staff, number, number, confirm="1")
    staff.post("/alignments/joinery-1-1-vi/state", {"state": "confirmed"})
    assert data(staff)["state"] == "confirmed"
    keep_joinery(english={**ENGLISH, "1.1": "Mark the line with a knife"})
    held = data(staff)
    assert (held["state"], held["from_covered"]) == ("in-review", 1)
    assert sorted(match["state"] for match in held["matches"]) == ["confirmed", "to-review"]
    assert "changed since" in staff.get("/alignments/joinery-1-1-vi?show=waiting").content.decode()
    refused = staff.post("/alignments/joinery-1-1-vi/state", {"state": "confirmed"}, follow=True)
    assert "still to be reviewed" in refused.content.decode()
    decide(staff, "1.1", "1.1", confirm="1")
    assert data(staff)["from_covered"] == 2


def test_an_item_taken_out_leaves_its_match_to_be_reviewed(staff):
    decide(staff, "1.1", "1.1", confirm="1")
    keep_joinery(english={number: text for number, text in ENGLISH.items() if number != "1.1"})
    assert [match["state"] for match in data(staff)["matches"]] == ["to-review"]
    assert "no longer there" in staff.get("/alignments/joinery-1-1-vi").content.decode()
    assert data(staff)["from_items"] == 4


NEWER = {
    "1": "Cut the wood.",
    "1.1": "Mark the line with a sharp pencil",
    "1.2": "Put on goggles",
    "1.3": "Saw along the line",
    "2": "Clean up",
}


def test_a_new_version_inherits_what_still_holds(staff):
    for number in ("1", "1.1", "1.2", "2"):
        decide(staff, number, number, confirm="1")
    keep_joinery(newer=NEWER)
    made = Alignment.objects.get(from_version="2")
    held = staff.get(f"/alignments/{made.key}.json").json()
    names = {identifier: number for number, identifier in number_to_id("2").items()}
    found = {names[match["from_item"]]: (match["state"], match["confirmed_by"]) for match in held["matches"]}
    # 1 changed only in punctuation, 1.2 moved to 1.3; 1.1 reads otherwise; 2 was dropped, for “Clean up” is another.
    assert found == {"1": ("confirmed", "lan"), "1.1": ("to-review", "lan"), "1.3": ("confirmed", "lan")}
    assert {match["carried_from"] for match in held["matches"]} == {"joinery-1-1-vi"}
    assert held["state"] == "in-review"
    page = staff.get(f"/alignments/{made.key}").content.decode()
    assert "Matched in the earlier version, dropped since" in page
    assert "Join the boards" in page
    assert len(data(staff)["matches"]) == 4
    keep_joinery(newer=NEWER)
    assert Alignment.objects.count() == 2


def test_comparing_two_versions_of_one_language(staff):
    keep_joinery(newer=NEWER)
    page = staff.get("/standards/joinery/compare?from=1&to=2").content.decode()
    for words in ("kept 2", "changed 1", "added 2", "dropped 2", "<ins>sharp </ins>", "1.2 → 1.3"):
        assert words in page, words
    assert staff.get("/standards/joinery/compare?to=2").content.decode().count("<ins>") == page.count("<ins>")
    assert staff.get("/standards/joinery/compare?from=9&to=2").status_code == 404


def test_comparing_a_localisation_goes_by_what_people_confirmed(staff):
    decide(staff, "1", "1", confirm="1")
    decide(staff, "1.1", "1.1", confirm="1", relation="broader")
    address = "/standards/joinery/compare?to=1-vi"
    page = staff.get(address).content.decode()
    for words in ("kept 1", "changed 1", "added 0", "dropped 0", "not reviewed 4"):
        assert words in page, words
    assert page.count("proposed, not reviewed") == 2
    anybody = Client()
    page = anybody.get(address).content.decode()
    for words in ("kept 1", "changed 1", "added 0", "dropped 0", "not reviewed 6"):
        assert words in page, words
    assert "proposed, not" not in page
    staff.post("/alignments/joinery-1-1-vi/state", {"state": "confirmed"})
    page = anybody.get(address).content.decode()
    for words in ("kept 1", "changed 1", "added 3", "dropped 3"):
        assert words in page, words


def test_alignments_ask_as_much_for_many_matches_as_for_one(staff, django_assert_max_num_queries):
    decide(staff, "1", "1", confirm="1")
    for face in ("", ".json", "?show=waiting"):
        with django_assert_max_num_queries(32):
            staff.get(f"/alignments/joinery-1-1-vi{face}")
    for number in ("1.1", "1.2", "2"):
        decide(staff, number, number, confirm="1")
    for face in ("", ".json", "?show=waiting"):
        with django_assert_max_num_queries(32):
            staff.get(f"/alignments/joinery-1-1-vi{face}")


def test_the_machine_proposes_what_is_the_same_and_remembers_what_it_read(staff, alignment):
    assert proposing.still_to_embed(alignment) == 10
    staff.post("/alignments/joinery-1-1-vi/compute")
    first, second = number_to_id("1"), number_to_id("1-vi")
    found = set(alignment.proposals.filter(further=False).values_list("from_item", "to_item"))
    assert {(first["1.1"], second["1.1"]), (first["1.2"], second["1.2"])} <= found
    assert proposing.still_to_embed(alignment) == 0


def test_much_is_computed_in_the_background_and_the_page_says_how_far(staff, alignment, monkeypatch):
    started = []
    monkeypatch.setattr(proposing, "WHILE_WAITING", 5)
    monkeypatch.setattr(proposing.subprocess, "Popen", lambda command, **__: started.append(command))
    staff.post("/alignments/joinery-1-1-vi/compute")
    assert started[0][-3:] == ["standard:joinery@1", "standard:joinery@1-vi", "--save"]
    assert "0 of 10 texts read" in staff.get("/alignments/joinery-1-1-vi").content.decode()


def test_the_page_that_begins_an_alignment(staff):
    assert staff.get("/standards/joinery/align?version=1").status_code == 200
    refused = staff.post("/standards/joinery/align", {"version": "1", "to": "joinery@7"})
    assert refused.status_code == 422
    assert "key@version" in refused.content.decode()
    answer = staff.post("/standards/joinery/align", {"version": "1", "to": "joinery@1-vi"})
    assert answer["Location"] == "/alignments/joinery-1-1-vi"
    itself = staff.post("/standards/joinery/align", {"version": "1", "to": "joinery@1"})
    assert "cannot be aligned with itself" in itself.content.decode()


def test_the_command_aligns_versions_in_the_book(alignment):
    out = io.StringIO()
    call_command("align", "joinery@1", "standard:joinery@1-vi", "--json", stdout=out)
    pairs = {(pair["a"], pair["b"]) for pair in json.loads(out.getvalue())["pairs"]}
    assert {(1, 1), (2, 2)} <= pairs
    alignment.proposals.all().delete()
    call_command("align", "joinery@1", "joinery@1-vi", "--save", stdout=out)
    assert "/alignments/joinery-1-1-vi" in out.getvalue()
    assert alignment.proposals.exists()
    for arguments in (("standard:nothing", "joinery"), ("joinery@1", "nothing"), ("joinery@1", "joinery@1", "--save")):
        with pytest.raises(CommandError):
            call_command("align", *arguments, stdout=out)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"to_version": "9"}, "has no version “9”"),
        ({"to_version": "1"}, "cannot be aligned with itself"),
        ({"matches": [{"from_item": "1", "to_item": "7", "confirmed_by": "x"}]}, "there is no item “7”"),
        ({"matches": [{"from_item": "1", "to_item": "1"}]}, "say who confirmed"),
        ({"matches": [{"from_item": "1", "to_item": "1", "confirmed_by": "x", "score": 2}]}, "between 0 and 1"),
        ({"matches": [{"from_item": "1", "to_item": "1", "confirmed_by": "x"}] * 2}, "stand together in match 1"),
    ],
)
def test_what_an_alignment_may_not_say(alignment, changed, message):
    facts = {"from_standard": "joinery", "from_version": "1", "to_standard": "joinery", "to_version": "1-vi"}
    with pytest.raises(DocumentError, match=message):
        keep("alignment", "joinery-1-1-vi", **{**facts, **changed})


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"items": [{"version": "1", "number": "1", "text": "x"}] * 2}, "has the number 1 already"),
        ({"items": [{"version": "7", "number": "1", "text": "x"}]}, "there is no version “7”"),
        ({"items": [{"version": "1", "number": "1", "text": " "}]}, "needs a text|cannot be blank"),
        ({"items": [{"version": "1", "number": "1.1", "parent": "1", "text": "x"}]}, "has no item 1"),
        ({"items": [{"version": "1", "number": "1", "parent": "1", "text": "x"}]}, "part of itself"),
        ({"versions": [{"name": "1"}, {"name": "1"}]}, "of this name already"),
        ({"versions": [{"name": "1", "localises": "0"}]}, "name of another version"),
        ({"versions": [{"name": "2"}]}, "may not be taken out"),
    ],
)
def test_what_a_standard_may_not_say(alignment, changed, message):
    versions = [{"name": "1"}, {"name": "1-vi"}]
    with pytest.raises(DocumentError, match=message):
        keep("standard", "joinery", **FACTS, **{"versions": versions, **changed})


def test_figures_count_what_people_confirmed_and_no_example(staff):
    keep_indicators()
    keep("place", "north", names={"en": "Northland"}, kind="country")
    assert ask(PUBLIC, "items-covered-share").value == 0
    for number in ("1", "1.1"):
        decide(staff, number, number, confirm="1")
    assert ask(PUBLIC, "items-covered").value == 2
    assert ask(PUBLIC, "items-covered-share").value == 40
    assert ask(PUBLIC, "items-covered-share", "alignment:joinery-1-1-vi").value == 40
    shares = ask_many(PUBLIC, [Question("items-covered-share", f"standard:{key}") for key in ("joinery", "joinery")])
    assert [figure.value for figure in shares] == [40, 40]
    facts = {"standard": "joinery", "country": "north", "localised_version": "1-vi", "alignment": "joinery-1-1-vi"}
    keep("adoption", "north-adopts", **facts)
    assert ask(PUBLIC, "alignments-confirmed").value == 0
    assert ask(PUBLIC, "reviewed-localisations").value == 0
    staff.post("/alignments/joinery-1-1-vi/state", {"state": "confirmed"})
    assert ask(PUBLIC, "alignments-confirmed", "standard:joinery").value == 1
    assert ask(PUBLIC, "reviewed-localisations", "standard:joinery").value == 1
    assert staff.get("/figures/items-covered-share").status_code == 200
    assert "Northland" in staff.get("/alignments/joinery-1-1-vi").content.decode()
    keep("standard", "joinery", **FACTS, nature="example", versions=VERSIONS, items=ITEMS)
    assert ask(PUBLIC, "alignments-confirmed").value == 0
    assert ask(PUBLIC, "reviewed-localisations").value == 0
    assert ask(PUBLIC, "standards").value == 0


def test_a_share_of_nothing_is_no_figure_and_cannot_be_broken_down():
    keep_indicators()
    assert ask(PUBLIC, "items-covered-share").value is None
    legs = [{"records": "alignment", "sum": "from_items"}]
    faults = faults_of(read_definition({"counts": legs, "of": legs, "breakdowns": ["state"]}))
    assert faults == ["a share cannot be broken down"]
