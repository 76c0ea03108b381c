"""Embeddings: what the model sees, what is kept, and that meaning crosses languages."""

import unicodedata
from threading import Thread

import numpy as np
import pytest

from guildbook.language.embedding import LONGEST, content_key, default_embedder, embed_stored, prepared
from guildbook.language.vectors import DamagedStoreError, FileStore, MemoryStore


class Counting:
    """Embeds by length, counts what it is asked, and breaks off after so many batches."""

    name = "counting"
    dimensions = 2

    def __init__(self, batches=100):
        self.asked = []
        self.batches = batches

    def embed(self, texts, progress=None):
        if self.batches == 0:
            raise KeyboardInterrupt
        self.batches -= 1
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def test_rows_have_length_one_and_empty_texts_none():
    rows = default_embedder().embed(["Weld a pipe", "", " \u200b ", "焊接管道", "a\0b\ud800"])
    assert rows.shape == (5, default_embedder().dimensions)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 0, 1, 1], abs=1e-5)
    assert default_embedder().embed([]).shape == (0, 384)


def test_meaning_crosses_languages():
    rows = default_embedder().embed(["Sửa chữa ô tô", "修理汽车", "做面包", "ซ่อมรถยนต์", "ทำขนมปัง"])
    near = rows @ rows[0]
    assert near[1] > near[2] + 0.02
    assert near[3] > near[4] + 0.02


def test_what_looks_the_same_is_the_same():
    composed = "Đào tạo nghề １２"
    for other in (
        unicodedata.normalize("NFD", composed),
        "Đào tạo nghề 12",
        "\ufeffĐào\u200b tạo\u00a0nghề 12\u202c\n",
    ):
        assert content_key(other) == content_key(composed)
        assert np.array_equal(default_embedder().embed([other]), default_embedder().embed([composed]))
    assert content_key("Dao tao nghe 12") != content_key(composed)


def test_the_same_text_gives_the_same_row_whatever_stands_beside_it():
    texts = [f"Step {number}: tighten the bolt" for number in range(40)]
    together = default_embedder().embed(texts)
    assert np.allclose(together[37], default_embedder().embed([texts[37]])[0], atol=1e-6)


def test_a_text_of_two_megabytes_is_cut():
    assert len(prepared("word " * 400_000)) <= LONGEST
    assert default_embedder().embed(["词" * 700_000]).shape == (1, 384)


def test_progress_is_told():
    told = []
    default_embedder().embed([f"item {n}" for n in range(40)], lambda done, total: told.append((done, total)))
    assert told[-1] == (40, 40)
    assert len(told) > 1


def test_several_threads_may_embed_at_once():
    alone = default_embedder().embed(["One text", "又一个"])
    found = []
    threads = [Thread(target=lambda: found.append(default_embedder().embed(["One text", "又一个"]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(np.array_equal(rows, alone) for rows in found)


def test_only_what_is_missing_is_computed():
    store, embedder = MemoryStore(), Counting()
    embed_stored(["one", "three", "one"], store, embedder)
    assert embedder.asked == ["one", "three"]
    rows = embed_stored(["three", "four", "one"], store, embedder)
    assert embedder.asked == ["one", "three", "four"]
    assert rows[:, 0].tolist() == [5, 4, 3]


def test_vectors_of_another_model_do_not_count():
    store, embedder, other = MemoryStore(), Counting(), Counting()
    other.name = "other"
    embed_stored(["one"], store, embedder)
    embed_stored(["one"], store, other)
    assert other.asked == ["one"]
    assert default_embedder("query").name != default_embedder("passage").name


def test_work_broken_off_is_not_lost():
    texts = [f"text {number}" for number in range(100)]
    store, embedder = MemoryStore(), Counting(batches=2)
    with pytest.raises(KeyboardInterrupt):
        embed_stored(texts, store, embedder)
    done = len(embedder.asked)
    assert 0 < done < 100
    later = Counting()
    embed_stored(texts, store, later)
    assert len(later.asked) == 100 - done


def test_a_file_keeps_vectors(tmp_path):
    texts = [f"text {number}" for number in range(1200)]
    store = FileStore(tmp_path / "vectors")
    first = embed_stored(texts, store, Counting())
    store.close()
    again, embedder = FileStore(tmp_path / "vectors"), Counting()
    assert np.array_equal(embed_stored(texts, again, embedder), first)
    assert embedder.asked == []
    again.close()


def test_another_file_is_no_store(tmp_path):
    (tmp_path / "book.txt").write_text("This is a text, and rather longer than a header of a database would be. " * 20)
    with pytest.raises(DamagedStoreError, match=r"book\.txt cannot hold vectors"):
        FileStore(tmp_path / "book.txt")
    with pytest.raises(DamagedStoreError, match="cannot hold vectors"):
        FileStore(tmp_path / "nowhere" / "vectors")
