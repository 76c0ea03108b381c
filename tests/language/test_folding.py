"""Folding and spelling for search."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guildbook.language.folding import aligned, fold, is_unspaced, runs, spelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đào tạo", "dao tao"),
        ("ĐÀO TẠO", "đa\u0300o ta\u0323o"),
        ("廣西建設", "广西建设"),
        ("ＢＹＤ　１２", "byd 12"),
        ("๒๕๖๗", "2567"),
        ("໒໐໒໓", "2023"),
        ("២០២៣", "2023"),
        ("၂၀၂၃", "2023"),
        ("อาชีว\u200bศึกษา", "อาชีวศึกษา"),
        ("col\u00adlege\ufeff", "college"),
        ("\u200eHà\u202c Nội", "ha noi"),
        ("น้ำ", "น้\u0e4dา"),
        ("Straße", "strasse"),
        ("Łódź Øresund", "lodz oresund"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
    ],
)
def test_what_is_the_same_folds_to_the_same(one, other):
    assert fold(one) == fold(other)


def test_marks_that_are_letters_stay():
    for one, other in (("กา", "ก"), ("ມື", "ມ"), ("កា", "ក"), ("မာ", "မ"), ("й", "и"), ("ά", "α")):
        assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Guangxi  Vocational-Technical (College)", "guangxi vocational technical college"),
        ("BYD汽车", "byd 汽车"),
        ("职业 技术、学院", "职业技术学院"),
        ("วิทยาลัย เทคนิค", "วิทยาลัยเทคนิค"),
        ("Xi'an", "xian"),
        ("People’s Côte d'Ivoire", "peoples cote d ivoire"),
        ("  ", ""),
        ("%_\x00\n“”", ""),
        ("🛠️ 2.0", "🛠 2 0"),
    ],
)
def test_words_are_spelt_one_way(text, words):
    assert spelt(text) == words


LETTERS = st.text(
    alphabet=st.sampled_from(list("aB'’ -ĐàéạẠ\u0300廣西建ก็ำ้ເຮ\u200bကျ်ក្ម １๒한ᄒ\u1161🛠️%ﬁßİ")), max_size=20
)


@given(LETTERS | st.text(max_size=20))
@example("o'n'a")
@example("'")
@example("a''b c'd")
def test_spelling_is_stable_and_knows_where_it_comes_from(text):
    spelling, places = aligned(text)
    assert spelt(text) == spelling
    assert len(spelling) == len(places)
    assert spelling == spelling.strip()
    assert "  " not in spelling
    assert all(0 <= start <= end <= len(text) for start, end in places)
    starts = [start for start, __ in places]
    assert starts == sorted(starts)
    assert "".join(runs(spelling)) == spelling.replace(" ", "")


def test_runs_are_of_one_way_of_writing():
    found = runs(spelt("BYD汽车 in ສປປ ລາວ"))
    assert [(run, is_unspaced(run)) for run in found] == [
        ("byd", False),
        ("汽车", True),
        ("in", False),
        ("ສປປລາວ", True),
    ]
