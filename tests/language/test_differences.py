"""Differences: applied they give the new document, in pieces they give both texts, and two changes make one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.language.differences import (
    Merged,
    applied,
    differences,
    matched,
    row_changes,
    three_way,
    words,
)

TEXTS = st.text(st.sampled_from("ab 中国ก่ំ,\n"), max_size=30)
VALUES = st.one_of(
    st.sampled_from(["open", "closed", "2023"]),
    st.integers(0, 3),
    st.dictionaries(st.sampled_from(["en", "vi", "zh-Hans"]), st.sampled_from("xyz"), min_size=1),
    st.lists(st.sampled_from("pqr"), min_size=1, max_size=4),
    st.lists(st.dictionaries(st.sampled_from("kl"), st.sampled_from("12"), min_size=1), min_size=1, max_size=4),
)
DOCUMENTS = st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES)
ROWS = st.lists(st.dictionaries(st.sampled_from("klm"), st.sampled_from("123"), min_size=1), max_size=6)


@given(DOCUMENTS, DOCUMENTS)
def test_a_difference_applied_gives_the_new_document(before, after):
    assert applied(before, differences(before, after)) == after
    assert differences(after, after) == []


@given(TEXTS, TEXTS)
def test_the_pieces_of_two_texts_make_both(was, now):
    pieces = words(was, now)
    assert "".join(text for kind, text in pieces if kind != "ins") == was
    assert "".join(text for kind, text in pieces if kind != "del") == now


@given(ROWS, ROWS)
def test_the_changes_of_rows_make_both_lists(was, now):
    changes = row_changes(was, now)
    assert [change.now for change in changes if change.kind != "removed"] == now
    before = [change.was for change in changes if change.kind != "added"]
    assert sorted(map(repr, before)) == sorted(map(repr, was))
    pairs = matched(was, now)
    assert len(set(pairs.values())) == len(pairs)


@given(DOCUMENTS, DOCUMENTS)
def test_what_only_one_changed_is_theirs(base, changed):
    assert three_way(base, base, changed) == Merged(changed, ())
    assert three_way(base, changed, base) == Merged(changed, ())
    assert three_way(base, changed, changed) == Merged(changed, ())


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_where_two_contradict_each_other_the_book_stays_as_it_is(base, theirs, mine):
    merged = three_way(base, theirs, mine)
    for name in merged.open:
        assert merged.document.get(name) == theirs.get(name)
    for name in {*base, *theirs, *mine} - set(merged.open):
        if base.get(name) == theirs.get(name):
            assert merged.document.get(name) == mine.get(name)


ORGANISATION = {"text": "Sunrise College", "language": "en", "kind": "official"}


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "together", "still_open"),
    [
        ({"a": 2}, {"a": 2}, {"a": 1}, {"a": 1}, ()),
        ({"a": 2}, {"a": 3}, {"a": 1}, {"a": 3}, ("a",)),
        ({"a": 2}, {"a": 2, "b": 1}, {}, {"b": 1}, ()),
        # A row replaced by me, others moved and added by them.
        ({"a": ["x", "z"]}, {"a": ["z", "w", "x"]}, {"a": ["x", "y"]}, {"a": ["y", "w", "x"]}, ()),
        # I took away what they rewrote.
        ({"a": ["x", "z"]}, {"a": ["x", "zz"]}, {"a": ["x"]}, {"a": ["x", "zz"]}, ("a",)),
        # Languages each for itself.
        ({"a": {"en": "x", "vi": "y"}}, {"a": {"en": "w", "vi": "y"}}, {"a": {"en": "x"}}, {"a": {"en": "w"}}, ()),
        ({"a": {"en": "x"}}, {"a": {"en": "y"}}, {"a": {"en": "z"}}, {"a": {"en": "y"}}, ("a",)),
        # I made Vietnamese the original, they mended the English.
        (
            {"a": {"en": "x", "vi": "y"}},
            {"a": {"en": "w", "vi": "y"}},
            {"a": {"vi": "y", "en": "x"}},
            {"a": {"vi": "y", "en": "w"}},
            (),
        ),
        # Two cells of one row.
        (
            {"names": [ORGANISATION]},
            {"names": [{**ORGANISATION, "kind": "former"}]},
            {"names": [{**ORGANISATION, "text": "Sunset College"}]},
            {"names": [{**ORGANISATION, "kind": "former", "text": "Sunset College"}]},
            (),
        ),
        # Each added a row; a row both added stands once.
        ({"a": ["x"]}, {"a": ["x", "t", "b"]}, {"a": ["m", "x", "b"]}, {"a": ["m", "x", "t", "b"]}, ()),
        # I changed the order, they a row.
        ({"a": ["x", "y"]}, {"a": ["x", "z"]}, {"a": ["y", "x"]}, {"a": ["x", "z"]}, ("a",)),
    ],
)
def test_two_changes_of_one_document(base, theirs, mine, together, still_open):
    merged = three_way(base, theirs, mine)
    assert merged == Merged(together, still_open)
    assert [list(value) for value in merged.document.values() if isinstance(value, dict)] == [
        list(value) for value in together.values() if isinstance(value, dict)
    ]


def test_texts_are_told_word_by_word_in_every_script():
    assert words("open since 2021", "open since 2023") == [("same", "open since "), ("del", "2021"), ("ins", "2023")]
    pieces = [("same", "广西"), ("del", "建设"), ("ins", "交通"), ("same", "学院")]
    assert words("广西建设学院", "广西交通学院") == pieces
    assert all(text[0] not in "่้" for kind, text in words("ที่นี่", "ที่นั่น"))
    assert words("quite another", "中国") == [("del", "quite another"), ("ins", "中国")]
    assert words("", "x") == [("ins", "x")]


def test_rows_changed_moved_gone_and_come():
    other = {"text": "SC", "language": "en", "kind": "short"}
    third = {"text": "日出学院", "language": "zh-Hans", "kind": "official"}
    renamed = {**ORGANISATION, "text": "Sunset College"}
    kinds = [change.kind for change in row_changes([ORGANISATION, other], [renamed, third])]
    assert kinds == ["changed", "removed", "added"] or kinds == ["changed", "added", "removed"]
    moved = row_changes([1, 2, 3, 4], [4, 1, 2, 3])
    assert [change.kind for change in moved] == ["moved", "same", "same", "same"]


def test_long_lists_and_texts_are_still_told():
    rows = [{"role": f"role-{n}", "note": "present"} for n in range(1500)]
    changes = row_changes(rows, [*rows[:700], {"role": "role-700", "note": "absent"}, *rows[701:]])
    assert [change.kind for change in changes if change.kind != "same"] == ["changed"]
    assert words("a" * 9000, "b" * 9000) == [("del", "a" * 9000), ("ins", "b" * 9000)]
