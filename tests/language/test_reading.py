"""The interface, and what must hold for any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildbook.language import (
    DocumentFacts,
    NameIndex,
    Reader,
    ReadFigure,
    languages,
    read_figures,
    reader_for,
    register,
)
from guildbook.language.characters import fold
from guildbook.language.english.numbers import parse_number

WORDS = st.sampled_from(
    "over more than nearly about some 12 1,200 10 to 15 2023 in Guangxi the alliance has trained students "
    "colleges and "
    "universities from countries % percent million yuan $ two three one of which were . , ; ( ) - \n \t : + May "
    "5 No. Tel".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_offsets_hold_for_any_text(text: str) -> None:
    figures = read_figures(text)
    flat = fold(text)
    assert [f.start for f in figures] == sorted({f.start for f in figures})
    for figure in figures:
        printed = parse_number(flat[figure.start : figure.end])
        assert printed is not None
        # "10.000 students" is ten thousand and "$5m" five million: else the span is worth the value.
        assert figure.value in (printed, printed * 1000, printed * 1_000_000)
        assert figure.sentence[0] <= figure.start < figure.end <= len(text)
        assert figure.paragraph >= 1
        if figure.counts_span:
            assert text[slice(*figure.counts_span)].strip() == figure.counts
        for mention in figure.subject_candidates:
            assert text[mention.start : mention.end] == mention.text or fold(mention.text) == mention.text


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "\x00\x01\x02PK\x03\x04", "\ufeff", "￼" * 50, "(" * 400 + "1" + ")" * 400]
)
def test_texts_without_figures_are_read_in_peace(text: str) -> None:
    assert read_figures(text) == []


def test_regional_tags_fall_back_to_the_language() -> None:
    assert reader_for("en-GB") is reader_for("en") is reader_for(None)


def test_an_unread_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"tlh.*en"):
        read_figures("wa' cha'", language="tlh")


def test_a_further_language_moves_in_without_touching_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    from guildbook.language import reading

    class Silent:
        language = "x-silent"

        def document_facts(self, text: str, names: NameIndex | None) -> DocumentFacts:
            return DocumentFacts(self.language, None, None, None, (), ())

        def read_figures(self, text: str, names: NameIndex | None) -> list[ReadFigure]:
            return []

    monkeypatch.setattr(reading, "_readers", dict(reading._readers))
    reader: Reader = Silent()
    register(reader)
    assert read_figures("12 schools", language="x-silent") == []
    assert "x-silent" in languages()


def test_paragraphs_are_counted_without_the_empty_ones() -> None:
    figures = read_figures("Title of the text\n\n\n  It has 12 schools.\n\nIt has 9 colleges.")
    assert [f.paragraph for f in figures] == [2, 3]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    figures = read_figures("The alliance of vocational schools in the region has more\nthan 12 members in all.\n")
    assert [(f.value, f.qualifier, f.paragraph) for f in figures] == [(12, "over", 1)]
