"""Thai, Lao, Khmer and Burmese alike: any text can be read, offsets are true, long texts take time in proportion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildbook.language import NameIndex, read_figures

LANGUAGES = {"th": "thai", "lo": "lao", "km": "khmer", "my": "burmese"}
LETTERS = st.characters(
    whitelist_categories=(),
    whitelist_characters="กขคนมรเแโาำิี่้๑๒๓ สามสิบคนแห่งພັນສາມຄົນຊາວບ້ານຈິນបីពីរនាក់ច្រើនរយရာဆရာနှစ်ဦးခု 0123456789.,-%\n",
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(LETTERS, max_size=120), st.text(max_size=60)))
def test_any_text_can_be_read_and_offsets_hold(language: str, text: str) -> None:
    for figure in read_figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        if figure.counts_span:
            begin, end = figure.counts_span
            assert figure.counts == text[begin:end].strip()


def test_names_keep_their_vowels() -> None:
    names = NameIndex([("กินี", "guinea"), ("กว่างซี", "guangxi"), ("ໄທ", "thailand"), ("ស៊ីរី", "syria")])
    assert [match.keys for match in names.find("เขตกว่างซีและกีนา")] == [("guangxi",)]
    assert names.find("กน กนก สร") == []
    assert [match.name for match in names.find("ປະເທດໄທ")] == ["ໄທ"]


def test_names_are_not_torn_from_a_syllable() -> None:
    names = NameIndex([("လာ", "la"), ("ကာ", "ka")])
    assert names.find("လာဘ် ကား") == []
