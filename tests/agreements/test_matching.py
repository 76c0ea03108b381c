"""Two texts beside each other."""

import pytest

from guildbook.agreements.matching import clause, differences, paragraphs, side_by_side


def test_what_changed_is_told_in_words():
    assert differences("the parties run one school together", "the parties run two schools together") == [
        ("kept", "the parties run "),
        ("removed", "one"),
        ("added", "two"),
        ("kept", " "),
        ("removed", "school"),
        ("added", "schools"),
        ("kept", " together"),
    ]


def test_scripts_without_spaces_are_told_letter_by_letter_with_their_marks():
    assert differences("双方合办一所学校。", "双方合办两所学校。") == [
        ("kept", "双方合办"),
        ("removed", "一"),
        ("added", "两"),
        ("kept", "所学校。"),
    ]
    assert ("removed", "ป") not in differences("เปิดปี", "เปิดปู")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("", "new"),
        ("old", ""),
        ("a\n\nb", "a\nb\n"),
        ("Article 1.\nArticle 2.", "Article 1.\nArticle 1a.\nArticle 2."),
        ("x " * 3000, "y " * 3000),
    ],
)
def test_nothing_is_lost_on_the_way(before, after):
    runs = differences(before, after)
    assert "".join(words for kind, words in runs if kind != "added") == before
    assert "".join(words for kind, words in runs if kind != "removed") == after
    assert all(words for __, words in runs)


@pytest.mark.parametrize(
    ("paragraph", "number"),
    [
        ("Article 3. The parties", 3),
        ("3. The parties", 3),
        ("(3) The parties", 3),
        ("第三条 双方", 3),
        ("第十二条 双方", 12),
        ("第二十条 双方", 20),
        ("三、双方", 3),
        ("Điều 3. Các bên", 3),
        ("ข้อ ๓ คู่สัญญา", 3),
        ("ຂໍ້ 3 ຄູ່ສັນຍາ", 3),
        ("Pasal 3", 3),
        ("The parties", None),
        ("2026 was a year", None),
        ("一带一路", None),
    ],
)
def test_clauses_are_told_by_their_numbers(paragraph, number):
    assert clause(paragraph) == number


def test_paragraphs_that_answer_each_other_stand_side_by_side():
    left = [
        "The parties agree:",
        "Article 1. The parties found one school together.",
        "Article 2. It opens in the spring of next year.",
        "Article 3. Each party pays its own teachers.",
    ]
    right = ["第一条 各方共同创办一所学校。", "第二条 学校于明年春季开学。", "第三条 各方自付教师薪酬。"]
    rows = side_by_side(left, right)
    assert rows[0] == ([left[0]], []) or rows[0] == (left[:2], right[:1])
    assert rows[-2:] == [([left[2]], [right[1]]), ([left[3]], [right[2]])]
    assert [text for one, __ in rows for text in one] == left
    assert [text for __, other in rows for text in other] == right


@pytest.mark.parametrize(("left", "right"), [([], []), (["a"], []), ([], ["a", "b"]), (["a"] * 600, ["b"] * 500)])
def test_every_paragraph_is_shown_once_whatever_the_texts(left, right):
    rows = side_by_side(left, right)
    assert [text for one, __ in rows for text in one] == left
    assert [text for __, other in rows for text in other] == right


def test_empty_lines_are_no_paragraphs():
    assert paragraphs("a\n\n  b \n") == ["a", "b"]
