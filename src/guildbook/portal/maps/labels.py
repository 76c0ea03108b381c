"""Labels: which names fit on a map, and where, so that none covers another or a mark."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]


class Label(NamedTuple):
    """A name put on the map: the position of its baseline, in pixels."""

    x: float
    y: float
    anchor: Anchor
    text: str


class Wish(NamedTuple):
    """A name that wants to stand beside a mark of the given radius."""

    x: float
    y: float
    radius: float
    text: str


def text_width(text: str, size: float) -> float:
    """About how wide a text runs, in the unit of the size, whatever its script."""
    width = 0.0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
            continue
        if unicodedata.east_asian_width(char) in "WF":
            width += 1.0
        else:
            width += 0.34 if char in "iljtfrI.,' ·-–" else 0.72 if char.isupper() else 0.58
    return width * size


def place_labels(wishes: Sequence[Wish], size: float, width: float, height: float) -> list[Label]:
    """Greedy placing, in the order of the wishes: each name takes its first free side, or stays off the map."""
    taken: list[Box] = [(w.x - w.radius, w.y - w.radius, w.x + w.radius, w.y + w.radius) for w in wishes]
    placed = []
    said: set[str] = set()
    for wish in wishes:
        if not wish.text or wish.text in said:
            continue
        for label, box in _sides(wish, size):
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= width - 2 and box[3] <= height - 2
            if inside and not _meets_any(box, taken):
                placed.append(label)
                taken.append(box)
                said.add(wish.text)
                break
    return placed


def _sides(wish: Wish, size: float) -> Iterable[tuple[Label, Box]]:
    """The places a label may take, best first, each with the box it would cover."""
    run = text_width(wish.text, size)
    gap = wish.radius + size * 0.28
    up, down = size * 0.85, size * 0.25
    offers: tuple[tuple[float, float, Anchor], ...] = (
        (gap, size * 0.34, "start"),
        (-gap, size * 0.34, "end"),
        (0, -gap, "middle"),
        (0, gap + up * 0.9, "middle"),
        (gap * 0.7, -gap * 0.6, "start"),
        (gap * 0.7, gap * 0.6 + up, "start"),
        (-gap * 0.7, -gap * 0.6, "end"),
        (-gap * 0.7, gap * 0.6 + up, "end"),
    )
    for dx, dy, anchor in offers:
        x, y = wish.x + dx, wish.y + dy
        left = x if anchor == "start" else x - run if anchor == "end" else x - run / 2
        yield Label(round(x, 1), round(y, 1), anchor, wish.text), (left, y - up, left + run, y + down)


def _meets_any(box: Box, taken: list[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken)
