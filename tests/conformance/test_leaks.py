"""A draft is told to nobody who may not see it: not by lists, searches, figures, errors, counts, sizes or keys."""

import io
import json
import re

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from conformance.permissions import WORD, hidden, list_faces, own_faces
from conformance.samples import sample
from guildbook.files.actions import attach
from guildbook.kit.actions import changes_of, rewrite
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name, record_types

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
# Who may see none of the hidden records.
STRANGERS = ("public", "signed-in", "other editor", "other secretariat")
by_stranger = pytest.mark.parametrize("role", STRANGERS)
pytestmark = pytest.mark.django_db


def read(answer):
    """What an answer says, a workbook as its cells, without what is made anew for every request."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer["Content-Type"].startswith("application/vnd.openxmlformats"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str([cell.value for cell in row]) for sheet in book for row in sheet.iter_rows())
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", content.decode())


def tells(text, asked=""):
    """The hidden keys and the word that a text tells beyond what was asked."""
    plain = text.replace(asked, "") if asked else text
    keys = {f"{kind.name}-7" for kind in KINDS}
    found = {key for key in re.findall(r"[a-z]+(?:-[a-z]+)*-7\b", plain) if key in keys}
    return found | ({WORD} if WORD in plain.lower() else set())


def numberless(answer):
    """An answer without the number that was asked for."""
    return re.sub(r"(undo|files)/\d+", r"\1/", read(answer))


def same_as_missing(client, path, method="get"):
    """Assert that an address of something hidden answers as one of something that never was."""
    ask = getattr(client, method)
    answer, nowhere = ask(path), ask(re.sub(r"-7\b", "-9", path))
    assert answer.status_code == nowhere.status_code, path
    assert read(answer).replace("-7", "-9") == read(nowhere), path
    heads = [
        {name: value.replace("-7", "-9") for name, value in each.headers.items() if name.lower() != "etag"}
        for each in (answer, nowhere)
    ]
    assert heads[0] == heads[1], path
    return answer


@by_kind
@by_stranger
def test_what_is_hidden_answers_like_what_never_was(kind, role, house, db):
    client, key = house[role].client, f"{kind.name}-7"
    for path in own_faces(kind, key):
        assert same_as_missing(client, path).status_code == 404
        assert same_as_missing(client, path, "head").status_code == 404
        assert client.get(path, headers={"If-None-Match": "*"}).status_code == 404
    change = changes_of(kind, key).first().pk
    for page in ("edit", f"undo/{change}", f"set-back/{change}", "settle"):
        for method in ("get", "post"):
            same_as_missing(client, f"/{kind.plural}/{key}/{page}", method)


@by_kind
@by_stranger
def test_a_hidden_change_is_not_reached_through_another_record(kind, role, house, db):
    client, change = house[role].client, changes_of(kind, f"{kind.name}-7").first().pk
    other = f"/{kind.plural}/{kind.name}-0/undo"
    answers = [client.post(f"{other}/{number}") for number in (change, 99_999_999)]
    assert answers[0].status_code == answers[1].status_code
    assert numberless(answers[0]) == numberless(answers[1])


@by_kind
@by_stranger
def test_lists_facets_and_counts_do_not_know_what_is_hidden(kind, role, house, db):
    client = house[role].client
    for path in [*list_faces(kind), f"/{kind.plural}/?q={WORD}", f"/api/{kind.plural}?q={WORD}"]:
        assert tells(read(client.get(path)), WORD if "q=" in path else "") == set(), path
    assert client.get(f"/api/{kind.plural}?q={WORD}").json()["count"] == 0
    for facet in kind.facets:
        if facet.refers:
            key = f"{facet.refers}-7"
            for path in (f"/{kind.plural}/?{facet.name}={key}", f"/api/{kind.plural}?{facet.name}={key}"):
                same_as_missing(client, path)


@by_kind
@by_stranger
def test_pages_of_what_is_published_do_not_tell_of_what_is_hidden(kind, role, house, db):
    for path in own_faces(kind, f"{kind.name}-0"):
        assert tells(read(house[role].client.get(path))) == set(), path


PLACES = [
    f"/search/?q={WORD}",
    f"/search/suggest?q={WORD}",
    f"/api/search?q={WORD}",
    "/",
    "/latest/",
    "/map/",
    "/words/",
    "/figures/",
    "/figures/indicator-0",
    "/figures/indicator-0?subject=place:place-0",
    "/api/figures",
    "/api/",
    "/desk/",
    "/notices/",
    "/reviews/",
    "/agreements/idle",
    "/account/",
]


@pytest.mark.parametrize("path", PLACES)
@by_stranger
def test_no_page_of_the_book_tells_of_what_is_hidden(path, role, house, db):
    answer = house[role].client.get(path)
    assert answer.status_code in (200, 302, 403), path
    assert tells(read(answer), WORD if "q=" in path else "") == set()


@by_stranger
def test_a_figure_of_something_hidden_is_one_of_nothing(role, house, db):
    client = house[role].client
    for kind in ("place", "organisation", "alliance", "unit"):
        same_as_missing(client, f"/figures/indicator-0?subject={kind}:{kind}-7")
    same_as_missing(client, "/figures/indicator-7")
    same_as_missing(client, "/api/figures/indicator-7")


@by_kind
@by_stranger
def test_names_offered_while_typing_are_those_of_published_records(kind, role, house, db):
    client = house[role].client
    for typed in (WORD, f"{kind.name}-7"):
        answer = client.get(f"/named/{kind.plural}?name={typed}")
        # An alliance is offered among organisations.
        assert answer.status_code == (404 if kind.name == "alliance" else 200)
        assert tells(read(answer), typed) == set()


def faults_of(actor, kind, data):
    """What somebody is told who enters a document, which is not kept."""
    try:
        with transaction.atomic():
            rewrite(actor, kind, data, "trying")
            transaction.set_rollback(True)
    except PermissionDenied:
        return ["refused"]
    except DocumentError as error:
        return [(fault.where, fault.message.replace("-7", "-9")) for fault in error.faults]
    return ["kept"]


def references(kind):
    """A document of the kind for each thing it refers to by key, which is hidden in one and missing in the other."""
    whole = hidden(kind, 8, steward="organisation-1")
    text = json.dumps(whole)
    for found in sorted(set(re.findall(r'"([a-z]+(?:-[a-z]+)*)-0"', text))):
        if by_name(found) is not None and f'"{found}-0"' in text:
            yield [json.loads(text.replace(f'"{found}-0"', f'"{found}-{n}"')) for n in (7, 9)]


@by_kind
def test_a_reference_to_what_is_hidden_is_wrong_like_one_to_what_never_was(kind, house, db):
    for role in ("other editor", "other secretariat"):
        for one, other in references(kind):
            said = faults_of(house[role].actor, kind, one)
            assert said == faults_of(house[role].actor, kind, other), (role, one)


@by_stranger
def test_names_of_hidden_records_are_no_names_in_a_checked_text(role, house, db):
    house["staff"].client.post("/check", {"text": f"{WORD.title()} taught 12 workers in 2023."})
    house["editor"].client.post("/check", {"text": f"{WORD.title()} taught 12 workers in 2023."})
    answer = house[role].client.post("/check", {"text": f"{WORD.title()} taught 12 workers in 2023."})
    assert tells(read(answer), WORD) - {WORD} == set()


@by_stranger
def test_files_beside_what_is_hidden_are_not_there(role, house, db, settings, tmp_path):
    settings.FILES = tmp_path
    made = attach(house["staff"].actor, "unit", "unit-7", ("plan.txt", b"A plan."))
    client = house[role].client
    answer, nowhere = client.get(f"/files/{made.pk}/plan.txt"), client.get("/files/99999999/plan.txt")
    assert answer.status_code == nowhere.status_code == 404
    assert numberless(answer) == numberless(nowhere)


def test_the_word_is_found_where_it_may_be(house, db):
    """Otherwise the tests above would look for something that nobody writes."""
    assert tells(read(house["staff"].client.get("/units/unit-7"))) >= {WORD, "unit-7"}
    assert tells(read(house["editor"].client.get("/units/unit-7.xlsx"))) >= {WORD, "unit-7"}
    assert tells(json.dumps(sample("unit"))) == set()
    assert tells("unit-7 and unit-77") == {"unit-7"}
