"""Alter one number of a press text: that figure changes, and nothing else does."""

from decimal import Decimal
from pathlib import Path

import pytest

from guildbook.language import ReadFigure, read_figures

PRESS = Path(__file__).parent.parent.parent / "demo" / "press"
WORDS = {4: "four", 5: "five", 6: "six"}


def rest(figure: ReadFigure) -> tuple[object, ...]:
    return figure.qualifier, figure.counts, figure.head, figure.subject, figure.date


def alterations(value: Decimal) -> list[str]:
    number = int(value)
    return [str(number + 1), f"{number * 37:,}", f"{number + 1000:,}", WORDS.get(number + 1, "thirty-one")]


@pytest.mark.parametrize("path", sorted(PRESS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_exactly_the_altered_figure_differs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    original = read_figures(text)
    for index, figure in enumerate(original):
        for printed in alterations(figure.value):
            if printed[0].isalpha() and text[figure.end].isalpha():
                continue  # a word glued to the next word is no number to anybody
            altered = read_figures(text[: figure.start] + printed + text[figure.end :])
            assert [rest(f) for f in altered] == [rest(f) for f in original], (figure.counts, printed)
            changed = [i for i, (a, b) in enumerate(zip(altered, original, strict=True)) if a.value != b.value]
            assert changed == [index], (figure.counts, printed)
