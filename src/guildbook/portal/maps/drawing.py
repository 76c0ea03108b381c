"""A map drawing: plain data that the template turns into SVG and a table of the same content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, hypot, log2, pi, sin
from typing import Literal, NamedTuple

from guildbook.portal.maps.coastlines import Frame, Window, frame_for, land_path
from guildbook.portal.maps.labels import Label, Wish, place_labels

Kind = Literal["place", "unit", "city-link"]

HOME_WINDOW = Window(88, -11, 132, 42)
"""Shown when there is nothing to fit: south-east Asia and southern China."""
_LEAST_SPAN = 22.0
"""Degrees of longitude a map shows at least, so that a single city is seen with a coast to know it by."""
_LABEL_SIZE = 11.5
_PHONE_WIDTH = 330
_PHONE_LABEL = 10.5
_RADIUS = {1: 4.5, 2: 5.5, 3: 7.0, 4: 8.5}


@dataclass(frozen=True)
class Point:
    """Something with a position: degrees east and north, and how much it weighs beside the others."""

    lon: float
    lat: float
    label: str
    url: str = ""
    kind: Kind = "place"
    weight: int = 1
    title: str = ""


@dataclass(frozen=True)
class Link:
    """A line between two points of the same map."""

    start: Point
    end: Point
    kind: Kind = "city-link"
    title: str = ""


class Mark(NamedTuple):
    """A drawn point: pixels, and a size from 1 to 4."""

    x: float
    y: float
    kind: Kind
    size: int
    url: str
    title: str


class Line(NamedTuple):
    """A drawn link: SVG path data."""

    path: str
    kind: Kind
    title: str


class Row(NamedTuple):
    """A point in words: what the table beside the map says."""

    label: str
    url: str
    kind: Kind
    linked: tuple[str, ...]


@dataclass(frozen=True)
class MapDrawing:
    """Everything the map template needs; labels are placed twice, for wide screens and for phones."""

    width: int
    height: int
    land: str
    grid: str
    marks: tuple[Mark, ...]
    links: tuple[Line, ...]
    labels: tuple[Label, ...]
    phone_labels: tuple[Label, ...]
    label_size: float
    phone_label_size: float
    kinds: tuple[Kind, ...]
    rows: tuple[Row, ...]


def draw_map(points: Sequence[Point], links: Sequence[Link] = (), *, width: int = 720, height: int = 460) -> MapDrawing:
    """The part of the world that holds all points, with the links between them."""
    frame = frame_for(_window(points), width, height)
    order = sorted(points, key=lambda point: (-point.weight, point.kind != "place", point.label))
    marks = _marks(order, frame)
    phone_scale = width / _PHONE_WIDTH
    used = {point.kind for point in points} | {link.kind for link in links}
    kinds: tuple[Kind, ...] = ("place", "unit", "city-link")
    return MapDrawing(
        width=width,
        height=height,
        land=land_path(frame),
        grid=_grid(frame),
        # Small marks are drawn last, so that no big one hides them.
        marks=tuple(sorted(marks, key=lambda mark: -mark.size)),
        links=tuple(_line(link, frame, count) for link, count in _numbered(links)),
        labels=tuple(_labels(order, marks, 1.0, _LABEL_SIZE, width, height)),
        phone_labels=tuple(_labels(order, marks, phone_scale, _PHONE_LABEL * phone_scale, width, height)),
        label_size=_LABEL_SIZE,
        phone_label_size=round(_PHONE_LABEL * phone_scale, 1),
        kinds=tuple(kind for kind in kinds if kind in used),
        rows=tuple(_rows(points, links)),
    )


def _window(points: Sequence[Point]) -> Window:
    """The smallest window around the points, over the date line where that is shorter, with a margin."""
    if not points:
        return HOME_WINDOW
    lons = sorted(point.lon for point in points)
    gaps = [after - before for before, after in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    widest = gaps.index(max(gaps))
    west = lons[(widest + 1) % len(lons)]
    span = 360 - gaps[widest]
    south, north = min(point.lat for point in points), max(point.lat for point in points)
    side = max(span * 0.1, (_LEAST_SPAN - span) / 2, 2.0)
    rise = max((north - south) * 0.1, (_LEAST_SPAN * 0.6 - (north - south)) / 2, 2.0)
    # Whole degrees: neighbouring pages then share one cached coastline.
    window = Window(floor(west - side), floor(south - rise), ceil(west + span + side), ceil(north + rise))
    return Window(window.west, max(window.south, -60), min(window.east, window.west + 360), min(window.north, 84))


def _marks(points: Sequence[Point], frame: Frame) -> list[Mark]:
    """Every point's mark; those that would lie on an earlier one are set around it."""
    heaviest = max((point.weight for point in points), default=1)
    crowd: dict[tuple[int, int], int] = {}
    marks = []
    for point in points:
        x, y = frame.place(point.lon, point.lat)
        spot = (round(x / 5), round(y / 5))
        before = crowd.get(spot, 0)
        crowd[spot] = before + 1
        if before:
            turn = -pi / 5 + 2 * pi * (before - 1) / 7
            reach = 11.0 + 7.0 * ((before - 1) // 7)
            x, y = x + reach * cos(turn), y + reach * sin(turn)
        size = 1 + min(3, floor(log2(max(point.weight, 1)) * 3 / max(log2(heaviest), 3)))
        marks.append(Mark(round(x, 1), round(y, 1), point.kind, size, point.url, point.title or point.label))
    return marks


def _labels(
    points: Sequence[Point], marks: Sequence[Mark], scale: float, size: float, width: int, height: int
) -> Iterable[Label]:
    wishes = [
        Wish(mark.x, mark.y, _RADIUS[mark.size] * scale, point.label) for point, mark in zip(points, marks, strict=True)
    ]
    return place_labels(wishes, size, width, height)


def _numbered(links: Sequence[Link]) -> Iterable[tuple[Link, int]]:
    """Each link with the number of links already drawn between the same two positions."""
    seen: dict[frozenset[tuple[float, float]], int] = {}
    for link in links:
        ends = frozenset({(link.start.lon, link.start.lat), (link.end.lon, link.end.lat)})
        yield link, seen.get(ends, 0)
        seen[ends] = seen.get(ends, 0) + 1


def _line(link: Link, frame: Frame, before: int) -> Line:
    """A gently bent line, bowing north; a second one between the same ends bows further."""
    x1, y1 = frame.place(link.start.lon, link.start.lat)
    x2, y2 = frame.place(link.end.lon, link.end.lat)
    if x1 > x2:
        x1, y1, x2, y2 = x2, y2, x1, y1
    length = hypot(x2 - x1, y2 - y1)
    bow = (0.13 + 0.1 * before) * min(length, 300)
    along_x, along_y = ((x2 - x1) / length, (y2 - y1) / length) if length else (0.0, 0.0)
    middle_x, middle_y = (x1 + x2) / 2 + along_y * bow, (y1 + y2) / 2 - along_x * bow
    path = f"M{x1:.1f} {y1:.1f}Q{middle_x:.1f} {middle_y:.1f} {x2:.1f} {y2:.1f}"
    return Line(path, link.kind, link.title or f"{link.start.label} – {link.end.label}")


def _grid(frame: Frame) -> str:
    """Meridians and parallels, every ten degrees or as many as leave the picture calm."""
    west, south, east, north = frame.window
    step = next(step for step in (2, 5, 10, 20, 30, 60) if (east - west) / step <= 9)
    parts = []
    for lon in range(ceil(west / step) * step, floor(east) + 1, step):
        x, _ = frame.place(lon, north)
        parts.append(f"M{x:.1f} 0v{frame.height}")
    for lat in range(ceil(south / step) * step, floor(north) + 1, step):
        _, y = frame.place(west, lat)
        parts.append(f"M0 {y:.1f}h{frame.width}")
    return "".join(parts)


def _rows(points: Sequence[Point], links: Sequence[Link]) -> Iterable[Row]:
    for point in points:
        linked = [link.end.label for link in links if link.start == point]
        linked += [link.start.label for link in links if link.end == point]
        yield Row(point.label, point.url, point.kind, tuple(dict.fromkeys(linked)))
