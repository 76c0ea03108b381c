"""What stands around a figure in its text: concepts with the weight of their nearness."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from guildbook.language import ReadFigure
from guildbook.reading.matching.wording import Wording
from guildbook.reading.matching.words import tells

# A word of the same sentence counts almost as much as one of the phrase, and less with every figure in between.
NEAR, PER_FIGURE, FARTHEST = 0.95, 0.88, 0.6
# Words of the paragraph's earlier sentences.
EARLIER, EARLIER_CHARACTERS = 0.5, 400
# How many words away a word is still beside the figure.
BESIDE, PER_WORD = 6, 0.006


class Surroundings:
    """The words around the figures of one text, asked figure by figure."""

    def __init__(self, wording: Wording, figures: Sequence[ReadFigure]) -> None:
        """Keep the places of all figures: they part one figure's words from the next one's."""
        self._wording, self._text = wording, wording.text
        self._starts = [figure.start for figure in figures]

    def of(self, figure: ReadFigure) -> dict[str, float]:
        """Concepts of the figure's sentence outside its own phrase, and of what the paragraph said before."""
        found: dict[str, float] = {}
        own_start, own_end = figure.counts_span or (figure.start, figure.end)
        begin, stop = figure.sentence
        for word in self._wording.words(begin, stop):
            if (
                tells(word.concept)
                and not own_start <= word.start < own_end
                and not figure.start <= word.start < figure.end
            ):
                if self._is_of_another(figure, word.start, max(own_end, figure.end)):
                    continue
                weight = self._nearness(figure, word.start, max(own_end, figure.end))
                found[word.concept] = max(found.get(word.concept, 0.0), weight)
        for concept in self._earlier(begin):
            found.setdefault(concept, EARLIER)
        return found

    def _is_of_another(self, figure: ReadFigure, at: int, own_end: int) -> bool:
        """Whether a word stands in a later clause that has a figure of its own.

        Outside English, whose clauses hang together otherwise: “12所…，在境外设立11所…” says nothing abroad of the 12.
        """
        if figure.language == "en" or at < own_end:
            return False
        comma = self._wording.clause_end(own_end, at)
        if comma < 0:
            return False
        end = self._wording.clause_end(at, figure.sentence[1])
        begin = bisect_left(self._starts, comma)
        return begin < len(self._starts) and self._starts[begin] < (end if end >= 0 else figure.sentence[1])

    def _earlier(self, begin: int) -> set[str]:
        line = max(self._text.rfind("\n", 0, begin) + 1, begin - EARLIER_CHARACTERS)
        return {word.concept for word in self._wording.words(line, begin) if tells(word.concept)}

    def _nearness(self, figure: ReadFigure, at: int, own_end: int) -> float:
        low, high = (at, figure.start) if at < figure.start else (own_end, at)
        between = bisect_left(self._starts, high) - bisect_right(self._starts, low)
        distance = max(0, self._wording.distance(low, high) - BESIDE)
        return max(FARTHEST, NEAR * PER_FIGURE ** max(0, between) - PER_WORD * distance)
