"""Merging two records of one thing: nothing is lost, whatever named one names the other, and it can be undone."""

import pytest
from django.core.exceptions import PermissionDenied

from conformance.samples import keep_samples
from guildbook.directory.actions import keep_apart, merge, undo_merge
from guildbook.directory.models import Distinct, Merge
from guildbook.directory.queries.duplicates import proposals
from guildbook.directory.queries.references import references_to
from guildbook.kit.actions import documents, rewrite
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name, record_types
from portal.books import keep

pytestmark = pytest.mark.django_db
ORGANISATION = by_name("organisation")


def held(kind, key):
    return by_name(kind).model._default_manager.get(key=key)


def whole_book():
    """Every record's document, by kind and key."""
    found = {}
    for kind in record_types():
        for data in documents(kind, kind.model._default_manager.order_by("key")):
            found[kind.name, data["key"]] = data
    return found


def keep_pair(**changed):
    """Two records of one school, with different names, citations and columns."""
    keep("place", "north", names={"en": "North"}, kind="country")
    keep("source", "report", title={"en": "Report"}, kind="document")
    one = [{"text": "Guangxi Construction College", "language": "en", "kind": "official"}]
    other = [
        {"text": "Guangxi Jianshe College", "language": "en", "kind": "official"},
        {"text": "广西建设学院", "language": "zh-Hans", "kind": "translated"},
    ]
    keep("organisation", "construction", kind="school", names=one, citations=[{"source": "report", "paragraph": 1}])
    keep(
        "organisation",
        "jianshe",
        **{"kind": "school", "place": "north", "names": other, "note": {"en": "By the river."}}
        | {"citations": [{"source": "report", "paragraph": 2}]}
        | changed,
    )


def merged():
    return merge(
        SYSTEM, ORGANISATION, held("organisation", "construction"), held("organisation", "jianshe"), "one school"
    )


def test_every_name_citation_and_url_is_kept(client):
    keep_pair()
    merged()
    data = client.get("/organisations/construction.json").json()
    assert [name["text"] for name in data["names"]] == [
        "Guangxi Construction College",
        "Guangxi Jianshe College",
        "广西建设学院",
    ]
    assert [citation["paragraph"] for citation in data["citations"]] == [1, 2]
    assert (data["place"], data["note"]) == ("north", {"en": "By the river."})
    gone = client.get("/organisations/jianshe")
    assert gone.status_code == 200
    assert 'href="/organisations/construction"' in gone.content.decode()
    assert client.get("/organisations/jianshe.json").json()["superseded_by"] == "construction"


def test_every_column_of_every_kind_that_may_name_an_organisation_is_found():
    keep_samples(0, 1)
    found = {reference.record_type.name for reference in references_to(held("organisation", "organisation-1"))}
    for kind in record_types():
        text = str(documents(kind, kind.model._default_manager.all()))
        if "'organisation-1'" in text.replace("'key': 'organisation-1'", ""):
            assert kind.name in found or kind.name == "organisation", kind.name


def test_whatever_named_one_names_the_other_and_nothing_else_changes():
    keep_samples(0, 1)
    names = [{"text": "Another college", "language": "en", "kind": "official"}]
    keep("organisation", "kept", kind="school", names=names)
    before = whole_book()
    merge(SYSTEM, ORGANISATION, held("organisation", "kept"), held("organisation", "organisation-1"), "")
    after = whole_book()
    assert set(after) == set(before)
    for at, data in after.items():
        if at not in {("organisation", "kept"), ("organisation", "organisation-1")}:
            assert "'organisation-1'" not in str(data)
            assert str(data).replace("'kept'", "'organisation-1'") == str(before[at])


def test_undone_the_book_says_what_it_said():
    keep_samples(0, 1)
    names = [{"text": "Another college", "language": "en", "kind": "official"}]
    keep("organisation", "kept", kind="school", names=names)
    before = whole_book()
    done = merge(SYSTEM, ORGANISATION, held("organisation", "kept"), held("organisation", "organisation-1"), "")
    assert undo_merge(SYSTEM, done) == []
    assert whole_book() == before


def test_what_was_written_since_stays_when_a_merge_is_undone():
    keep_pair()
    done = merged()
    data = documents(ORGANISATION, [held("organisation", "construction")])[0]
    data["names"].append({"text": "GCC", "language": "en", "kind": "short"})
    rewrite(SYSTEM, ORGANISATION, data, "one more name")
    undo_merge(SYSTEM, done)
    names = [name.text for name in held("organisation", "construction").names.all()]
    assert names == ["Guangxi Construction College", "GCC"]
    assert held("organisation", "jianshe").status == "published"


def test_a_merge_is_undone_once_and_before_the_merges_it_rests_under():
    keep_pair()
    keep("organisation", "third", kind="school", names=[{"text": "Third", "language": "en", "kind": "official"}])
    first = merged()
    second = merge(SYSTEM, ORGANISATION, held("organisation", "third"), held("organisation", "construction"), "")
    with pytest.raises(DocumentError, match="undo that first"):
        undo_merge(SYSTEM, first)
    undo_merge(SYSTEM, second)
    undo_merge(SYSTEM, first)
    with pytest.raises(DocumentError, match="undone already"):
        undo_merge(SYSTEM, first)


@pytest.mark.parametrize("changed", [{"kind": "company"}, {"status": "withdrawn"}])
def test_what_cannot_be_one_is_refused_and_nothing_is_saved(changed):
    keep_pair(**changed)
    before = whole_book()
    with pytest.raises(DocumentError):
        merged()
    assert whole_book() == before
    assert not Merge.objects.exists()


def test_the_public_merges_nothing(client):
    keep_pair()
    with pytest.raises(PermissionDenied):
        merge(PUBLIC, ORGANISATION, held("organisation", "construction"), held("organisation", "jianshe"), "")
    with pytest.raises(PermissionDenied):
        keep_apart(PUBLIC, ORGANISATION, "construction", "jianshe")
    assert client.get("/duplicates/").status_code == 302
    pair = {"kept": "construction", "gone": "jianshe"}
    assert client.get("/duplicates/merge", pair).status_code == 302
    assert client.post("/duplicates/merge", pair).status_code == 302
    assert client.post("/duplicates/apart", pair).status_code == 403
    assert not Merge.objects.exists()
    assert not Distinct.objects.exists()


def keep_twins():
    for key, name in (("one", "Mekong Technical College"), ("two", "The Mekong Technical College")):
        keep("organisation", key, kind="school", names=[{"text": name, "language": "en", "kind": "official"}])
    names = [{"text": "Danube Fishing Company", "language": "en", "kind": "official"}]
    keep("organisation", "three", kind="company", names=names)


def test_names_that_resemble_each_other_are_proposed_once_and_not_again_when_kept_apart():
    keep_twins()
    found = proposals(SYSTEM)
    assert [{each.one.key, each.other.key} for each in found] == [{"one", "two"}]
    keep_apart(SYSTEM, ORGANISATION, "two", "one")
    keep_apart(SYSTEM, ORGANISATION, "one", "two")
    assert proposals(SYSTEM) == []
    assert Distinct.objects.count() == 1


def test_staff_merge_and_undo_on_the_page(admin_client):
    keep_twins()
    page = admin_client.get("/duplicates/").content.decode()
    assert "Mekong Technical College" in page
    assert "Danube" not in page
    pair = {"kept": "one", "gone": "two"}
    preview = admin_client.get("/duplicates/merge", pair).content.decode()
    assert "The Mekong Technical College" in preview
    assert admin_client.post("/duplicates/merge", pair)["Location"] == "/organisations/one"
    page = admin_client.get("/duplicates/").content.decode()
    assert "Undo this merge" in page
    assert admin_client.post(f"/duplicates/merges/{Merge.objects.get().pk}/undo").status_code == 302
    assert held("organisation", "two").status == "published"
    assert admin_client.get("/duplicates/merge", {"kept": "one", "gone": "nobody"}).status_code == 404


def test_a_file_and_a_form_may_name_an_organisation_in_any_of_its_languages(admin_client):
    keep_pair()
    keep("person", "head", names={"en": "Head"})
    sent = {
        "key": "head-of-it",
        "person": "head",
        "organisation": "广西建设学院",
        "title.en": "Head",
        "status": "published",
    }
    assert admin_client.post("/roles/new", sent).status_code == 302
    assert held("role", "head-of-it").organisation.key == "jianshe"
    answer = admin_client.post("/roles/new", {**sent, "key": "other", "organisation": "Guangxi Jianshe Collage"})
    assert answer.status_code == 422
    assert "perhaps it means jianshe" in answer.content.decode()


def test_names_are_offered_while_typing(client):
    keep_pair()
    options = client.get("/named/organisations", {"parties.1.organisation": "广西建设学院"}).content.decode()
    assert '<option value="jianshe">' in options
    keep("organisation", "secret", kind="school", names=[{"text": "Secret School", "language": "en"}], status="draft")
    assert "secret" not in client.get("/named/organisations", {"x": "Secret School"}).content.decode()
    assert client.get("/named/organisations").content.decode().strip() == ""


def test_who_adds_what_the_book_has_already_is_told(admin_client):
    keep_twins()
    sent = {"key": "four", "kind": "school", "status": "published", "names.1.text": "Mekong Technical College"}
    sent |= {"names.1.language": "en", "names.1.kind": "official"}
    page = admin_client.post("/organisations/new", sent, follow=True).content.decode()
    assert "(one) has a similar name" in page
    assert "Danube" not in page
