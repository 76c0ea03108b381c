"""Texts beside each other: what changed between two of one language, and which paragraphs answer each other in two."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

# Scripts that write no spaces between words: what changed in them is told letter by letter, marks with their letter.
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
_TOKEN = re.compile(rf"\s+|[{_UNSPACED}][{_MARKS}]*|(?:(?![{_UNSPACED}])\w)+|.", re.DOTALL)
# Two paragraphs whose tokens multiplied are more than this are shown as one taken out and one put in.
MOST_TOKENS_COMPARED = 2_000_000
# Two texts whose paragraphs multiplied are more than this are set side by side in order, without looking for partners.
MOST_PARAGRAPHS_PAIRED = 200_000

_CLAUSE = re.compile(
    r"\W*(?:article|section|clause|điều|khoản|mục|pasal|bab|ข้อ|มาตรา|ຂໍ້|ມາດຕາ|第)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?=[\s.、．:：)）条條章]|$)",
    re.IGNORECASE,
)
_CHINESE = {figure: value for value, figure in enumerate("一二三四五六七八九", 1)}
# How many paragraphs of each side make one row, and what it costs beside an even exchange.
_STEPS = ((1, 1, 0.0), (1, 0, 2.2), (0, 1, 2.2), (2, 1, 1.1), (1, 2, 1.1))
_SAME_CLAUSE, _OTHER_CLAUSE = -1.5, 2.5

Runs = list[tuple[str, str]]
Row = tuple[list[str], list[str]]


def differences(before: str, after: str) -> Runs:
    """The later text as runs of (kept, added or removed, words) in order; joined, kept and added are the later text."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    runs: Runs = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            runs.append(("kept", come))
        else:
            runs.extend(_in_words(gone, come))
    return _joined(runs)


def _in_words(gone: str, come: str) -> Runs:
    old, new = _TOKEN.findall(gone), _TOKEN.findall(come)
    if not old or not new or len(old) * len(new) > MOST_TOKENS_COMPARED:
        return [("removed", gone), ("added", come)]
    runs: Runs = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("kept", "".join(new[c:d])))
        else:
            runs.extend([("removed", "".join(old[a:b])), ("added", "".join(new[c:d]))])
    return runs


def _joined(runs: Runs) -> Runs:
    """Runs without empty ones, neighbours of one kind together."""
    made: Runs = []
    for kind, words in runs:
        if made and made[-1][0] == kind:
            made[-1] = (kind, made[-1][1] + words)
        elif words:
            made.append((kind, words))
    return made


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: its lines that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def clause(paragraph: str) -> int | None:
    """The number a paragraph begins with: Article 3, 第三条, ข้อ ๓, 3.; None where it has none."""
    found = _CLAUSE.match(paragraph)
    if found is None:
        return None
    figure = found[1]
    return int(figure) if figure.isdecimal() else _chinese(figure)


def _chinese(figure: str) -> int | None:
    tens, ten, ones = figure.rpartition("十")
    if not ten:
        return _CHINESE.get(figure)
    return (_CHINESE.get(tens, 0) if tens else 1) * 10 + (_CHINESE.get(ones, 0) if ones else 0)


def side_by_side(left: Sequence[str], right: Sequence[str]) -> list[Row]:
    """Rows of paragraphs that answer each other, by length and clause number; every paragraph once, in order."""
    if not left or not right or len(left) * len(right) > MOST_PARAGRAPHS_PAIRED:
        longest = max(len(left), len(right))
        return [(list(left[place : place + 1]), list(right[place : place + 1])) for place in range(longest)]
    costs = _Costs(left, right)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            options = [
                (best[i - a, j - b][0] + extra + costs.of(i, a, j, b), a, b)
                for a, b, extra in _STEPS
                if i >= a and j >= b and (i, j) != (0, 0)
            ]
            if options:
                best[i, j] = min(options)
    rows: list[Row] = []
    i, j = len(left), len(right)
    while (i, j) != (0, 0):
        __, a, b = best[i, j]
        rows.append((list(left[i - a : i]), list(right[j - b : j])))
        i, j = i - a, j - b
    return rows[::-1]


class _Costs:
    """How ill paragraphs of two texts go together, by their lengths as shares of the wholes, and by clause numbers."""

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self.left, self.right = [len(text) for text in left], [len(text) for text in right]
        self.ratio = sum(self.left) / sum(self.right)
        self.from_left, self.from_right = [clause(text) for text in left], [clause(text) for text in right]

    def of(self, i: int, a: int, j: int, b: int) -> float:
        """The cost of a row of the `a` paragraphs before `i` and the `b` before `j`."""
        if not a or not b:
            return 0.0
        return _unlike(sum(self.left[i - a : i]), round(sum(self.right[j - b : j]) * self.ratio)) + self._clauses(
            self.from_left[i - a], self.from_right[j - b]
        )

    @staticmethod
    def _clauses(one: int | None, other: int | None) -> float:
        if one == other:
            return 0.0 if one is None else _SAME_CLAUSE
        return _OTHER_CLAUSE


@lru_cache(maxsize=65536)
def _unlike(one: int, other: int) -> float:
    """0 for equal lengths, about 1 for twice the length, growing to 3; short texts vary more."""
    return min(3.0, abs(one - other) / (min(one, other) + 12))
