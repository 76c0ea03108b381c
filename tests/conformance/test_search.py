"""Every kind of record is found by each of its names as soon as it is kept, and by nobody who may not see it."""

import json

import pytest

from conformance.samples import keep, sample
from guildbook.kit.actions import rewrite
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.record_types import record_types
from guildbook.search.index.documents import searched_as
from guildbook.search.models import SearchDocument
from guildbook.search.queries import Question, find

KINDS = record_types()
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
pytestmark = pytest.mark.django_db


def found(words, **asked):
    return {(match.entry.kind, match.entry.record_id) for match in find(PUBLIC, Question(words, **asked)).matches}


@by_kind
def test_a_record_is_found_by_each_of_its_names_and_its_key(kind, book):
    record = kind.model._default_manager.get(key=f"{kind.name}-0")
    place = (searched_as(kind, record).name, record.pk)
    assert record.spellings()
    for words in {*record.spellings(), *record.label().values(), record.key}:
        assert place in found(words), words
        assert place in found(words, kind=place[0]), words


@by_kind
def test_every_published_record_has_one_document_and_no_other_has(kind, book):
    names = {kind.name, "alliance"} if kind.name == "organisation" else {kind.name}
    records = list(kind.model._default_manager.all())
    documents = SearchDocument.objects.filter(kind__in=names, record_id__in=[record.pk for record in records])
    assert documents.count() == len(records)
    keep(kind.name, status="withdrawn")
    key = f"{kind.name}-0"
    assert not SearchDocument.objects.filter(kind__in=names, key=key).exists()
    rewrite(SYSTEM, kind, sample(kind.name), "back")
    assert SearchDocument.objects.filter(kind__in=names, key=key).count() == 1


@by_kind
@pytest.mark.parametrize("words", ["quetzal", "quetzel", "quetz", "格查爾", "gechaer"])
def test_a_draft_is_in_no_answer_count_facet_or_correction(kind, words, book, client, readers):
    text = json.dumps(sample(kind.name, 7)).replace('-7"', '-0"').replace('-8"', '-1"')
    data = {**json.loads(text), "key": f"{kind.name}-7", "status": "draft", "note": {"en": "quetzal"}}
    columns = {column.field for column in kind.columns}
    for name in {"names", "title"} & data.keys():
        texts = {"en": "quetzal", "zh-Hans": "格查尔"}
        rows = [{"text": text, "language": tag, "kind": "official"} for tag, text in texts.items()]
        data[name] = texts if name in columns else rows
    rewrite(SYSTEM, kind, data, "sample")
    for reader in readers.values():
        answer = reader.get("/api/search", {"q": words}).json()
        assert (answer["count"], answer["items"], answer["did_you_mean"]) == (0, [], [])
        assert not any(answer["facets"].values())
        assert reader.get("/search/suggest", {"q": words}).content.strip() == b""
        page = reader.get("/search/", {"q": words}).content.decode()
        assert f"{kind.name}-7" not in page


def test_records_that_show_a_name_are_found_by_the_new_one_at_once(book):
    keep("place", names={"en": "Quetzaltenango"})
    link = SearchDocument.objects.get(kind="city-link")
    assert (link.kind, link.record_id) in found("quetzaltenango")
    assert "place 0" not in link.spelt
    keep("organisation", names=[{"text": "Resplendent College", "language": "en"}])
    kinds = {kind for kind, __ in found("resplendent college")}
    assert {"organisation", "membership", "return"} <= kinds
    assert not SearchDocument.objects.filter(kind__in=["membership", "return"], spelt__contains="college 0").exists()
