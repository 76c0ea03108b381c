"""Search by meaning: the threshold holds on searches in ten languages, and vectors are made in the background."""

import io

import numpy as np
import pytest
from django.core.management import call_command

from guildbook.kit.actors import PUBLIC
from guildbook.language.embedding import content_key, default_embedder
from guildbook.search.actions import embed_missing, embedding
from guildbook.search.models import SearchDocument, Vector
from guildbook.search.queries import Question, find, hits, meaning, meaning_progress
from guildbook.search.queries.nearness import centred, means_of, nearest
from guildbook.search.references import GROUPS, group_of, phrases
from guildbook.search.vectors import BookStore, framed
from portal.books import keep
from search.meanings import MEANT, NONE, TEXTS


@pytest.fixture(scope="module")
def space():
    """What each search is nearest to among the labelled texts, by key, as the book would find it."""
    embedder = default_embedder()

    def vectors(texts):
        return embedder.embed([framed(text) for text in texts])

    expected = {group: vectors(phrases(group)).mean(axis=0) for group in GROUPS}
    groups = [group_of(text) for text in TEXTS.values()]
    rows = vectors(TEXTS.values())
    rows = centred(rows, groups, means_of(groups, rows, expected))
    searches = [*(search for search, __ in MEANT), *NONE]
    asked = centred(vectors(searches), [group_of(search) for search in searches], expected)
    keys = list(TEXTS)
    return {
        search: [keys[row] for row, __ in nearest(vector, rows, 20)]
        for search, vector in zip(searches, asked, strict=True)
    }


def test_what_is_meant_is_found_in_most_languages(space):
    right = [bool(set(space[search]) & set(meant.split())) for search, meant in MEANT]
    assert sum(right) / len(right) > 0.7
    assert {"vehicle"} <= set(space["修车"]) & set(space["ซ่อมรถยนต์"]) & set(space["sửa chữa ô tô"])


def test_what_is_found_is_mostly_meant_and_nonsense_finds_nothing(space):
    found = [(key in meant.split()) for search, meant in MEANT for key in space[search]]
    assert sum(found) / len(found) > 0.8
    assert [search for search in NONE if space[search]] == []


def test_phrases_of_reference_are_as_many_in_each_language():
    assert {len(phrases(group)) for group in GROUPS} == {30, 60}
    assert [group_of(text) for text in ("car", "ô tô", "汽车", "รถ", "ລົດ", "រថយន្ត", "ကား", "123", "дом")] == [
        "Latn", "Viet", "Hani", "Thai", "Laoo", "Khmr", "Mymr", "Latn", "Latn",
    ]  # fmt: skip


@pytest.fixture
def garage(db):
    # Transactions taken back give the same numbers again; no book does.
    meaning._texts.cache_clear()
    keep("programme", "cars", title={"en": "Vehicle inspection and maintenance"}, kind="training")
    keep("programme", "nurses", title={"en": "Nursing and elderly care"}, kind="training")
    keep("person", "someone", names={"en": "Li Che"})


def reasons(words):
    found = find(PUBLIC, Question(words))
    return [(hit.record.key, hit.reason) for hit in hits(PUBLIC, found.asked, found.matches)]


def test_records_are_found_by_meaning_once_their_texts_are_prepared(garage, client):
    assert reasons("修车") == []
    page = client.get("/search/", {"q": "修车"}).content.decode()
    assert "Meaning: 0 of 2 records ready" in page
    assert client.get("/api/search", {"q": "修车"}).json()["meaning"] == {"ready": 0, "total": 2}
    seen = []
    assert embed_missing(lambda done, total: seen.append((done, total))) == 2
    assert seen[0] == (0, 2)
    assert seen[-1] == (2, 2)
    assert reasons("修车") == [("cars", "meaning")]
    assert reasons("ซ่อมรถยนต์") == [("cars", "meaning")]
    page = client.get("/search/", {"q": "修车"}).content.decode()
    assert "records ready" not in page
    assert "meaning 0." in page
    score = client.get("/api/search", {"q": "修车"}).json()["items"][0]["why"]["score"]
    assert 0.3 < score < 1


def test_a_changed_record_is_embedded_anew_and_only_that_one(garage):
    embed_missing()
    kept = Vector.objects.count()
    keep("programme", "cars", title={"en": "Cooking Chinese dishes"}, kind="training")
    assert not meaning_progress().complete
    assert embed_missing() == 1
    assert Vector.objects.count() == kept + 1
    assert reasons("修车") == []
    assert reasons("nấu ăn") == [("cars", "meaning")]


def test_what_was_done_before_a_kill_is_not_done_again(garage, monkeypatch):
    monkeypatch.setattr(embedding, "BATCH", 1)

    def break_off(done, total):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embed_missing(break_off)
    assert meaning_progress().ready == 1
    assert embed_missing() == 1
    assert meaning_progress().complete


def test_a_document_kept_under_an_older_rule_is_embedded_once(garage):
    SearchDocument.objects.filter(key="cars").update(content="0" * 64)
    assert embed_missing() == 2
    assert meaning_progress().complete
    assert embed_missing() == 0


def test_the_command_prepares_everything(garage, capsys):
    call_command("embed")
    assert "2 texts embedded; 2 of 2 records" in capsys.readouterr().out


def test_pages_that_need_no_meaning_load_no_model(garage, client, monkeypatch):
    def refuse(*asked):
        raise AssertionError("the model was asked")

    embed_missing()
    monkeypatch.setattr(type(default_embedder()), "embed", refuse)
    for path in ("/", "/programmes/", "/search/", "/search/suggest?q=nur", "/programmes/?q=nursing"):
        assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_vectors_are_kept_by_content_and_model():
    store, vector = BookStore(), np.array([0.6, 0.8], dtype=np.float32)
    key = content_key("text")
    store.put("m", {key: vector})
    store.put("m", {key: -vector})
    held = store.get([key, "other"], "m")
    assert list(held) == [key]
    assert np.allclose(held[key], vector, atol=1e-3), "what is kept already stays"
    assert store.get([key], "other model") == {}
    assert len(bytes(Vector.objects.get().value)) == 4


def test_a_model_that_is_not_there_leaves_words_to_search_by(garage):
    SearchDocument.objects.update(content="")
    assert reasons("nursing") == [("nurses", "name")]


def test_search_on_the_command_line(garage, capsys):
    embed_missing()
    call_command("search", "修车")
    out = capsys.readouterr().out
    assert "/programmes/cars" in out
    assert "(meaning 0." in out
    call_command("search", "--json", "nursing", stdout=(said := io.StringIO()))
    assert '"key": "nurses"' in said.getvalue()
    call_command("search", "nurzing")
    assert "did you mean: nursing" in capsys.readouterr().out
