"""Figures in the languages told by a grammar: labelled sentences of each, asked for recall, precision and the noun."""

import re
from pathlib import Path

import pytest

from guildbook.language import read_figures, reader_for
from language.labelled import read_labelled

HERE = Path(__file__).parent
FILES = sorted(
    file.name for file in HERE.glob("*_sentences.txt") if re.fullmatch(r"[a-z]{2,3}_sentences\.txt", file.name)
)
CASES = [(file.partition("_")[0], labelled) for file in FILES for labelled in read_labelled(file)]


def gloss(language, head):
    """The English of a head, as the language's own tables have it; units stand for themselves."""
    grammar = reader_for(language).grammar
    low = reader_for(language).plain(head).lower()
    return grammar.lexicon.entries.get(low, ("", ""))[1] or grammar.classifier_glosses.get(low, "")


def compared(language, labelled):
    """Figures of a text that were found right, of those labelled, and of those read."""
    read = {figure.start: figure for figure in read_figures(labelled.text, language)}
    right = 0
    for label in labelled.labels:
        figure = read.get(label.start)
        if figure is None or labelled.text[figure.start : figure.end] != label.printed:
            continue
        heads = {gloss(language, figure.head), figure.unit, figure.head}
        right += figure.qualifier == label.qualifier and (label.head == "-" or label.head in heads)
    return right, len(labelled.labels), len(read)


@pytest.mark.parametrize("language", sorted({language for language, __ in CASES}))
def test_labelled_sentences_are_read(language):
    counts = [compared(language, labelled) for tag, labelled in CASES if tag == language]
    right, labelled, read = (sum(column) for column in zip(*counts, strict=True))
    assert labelled >= 25
    assert right >= 0.9 * labelled
    assert right >= 0.9 * read


@pytest.mark.parametrize(("language", "labelled"), CASES, ids=lambda value: getattr(value, "text", value)[:30])
def test_offsets_point_at_the_number_and_its_phrase(language, labelled):
    for figure in read_figures(labelled.text, language):
        assert labelled.text[figure.start : figure.end].strip()
        assert figure.language == language
        begin, end = figure.counts_span or (0, 0)
        assert labelled.text[begin:end].strip() == figure.counts
        assert figure.sentence[0] <= figure.start < figure.end <= figure.sentence[1]
