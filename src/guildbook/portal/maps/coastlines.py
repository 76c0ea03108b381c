"""Coastlines: TopoJSON land, clipped to a window and simplified to what a screen can show."""

import json
from collections.abc import Iterator
from functools import lru_cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, NamedTuple

Position = tuple[float, float]
Ring = list[Position]

_ATLAS = Path(__file__).parents[2] / "static" / "vendor" / "world-atlas-2.0.2"
_WIDE_SPAN = 130.0
"""Degrees of longitude from which the coarse coastline is as good as the fine one."""
_BLEED = 3.0
"""Pixels that land is drawn beyond the frame, so that its cut edge is never seen."""


class Window(NamedTuple):
    """A piece of the world: degrees, where east may exceed 180 when it crosses the date line."""

    west: float
    south: float
    east: float
    north: float


class Frame(NamedTuple):
    """A window fitted into a picture: equirectangular, true to scale at its middle latitude."""

    window: Window
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels per degree of latitude."""
        return self.height / (self.window.north - self.window.south)

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is drawn than one of latitude."""
        return self.width / (self.window.east - self.window.west) / self.scale

    def place(self, lon: float, lat: float) -> Position:
        """Where a position falls in the picture, in pixels from the upper left corner."""
        around = (
            (lon - self.window.west) % 360
            if lon < self.window.west or lon > self.window.east
            else lon - self.window.west
        )
        return around * self.squeeze * self.scale, (self.window.north - lat) * self.scale


def frame_for(window: Window, width: int, height: int) -> Frame:
    """The window widened, never cut, until it has the shape of the picture."""
    west, south, east, north = window
    middle = (south + north) / 2
    squeeze = cos(radians(min(abs(middle), 60.0)))
    wanted = height / width
    if (north - south) / ((east - west) * squeeze) < wanted:
        grow = ((east - west) * squeeze * wanted - (north - south)) / 2
        south, north = south - grow, north + grow
        # Beyond these latitudes there is only ice; push the picture towards the inhabited side instead.
        shift = max(-58.0 - south, 0.0) - max(north - 80.0, 0.0)
        south, north = south + shift, north + shift
    else:
        grow = ((north - south) / wanted / squeeze - (east - west)) / 2
        west, east = west - grow, east + grow
        if east - west > 360:
            west, east = (west + east) / 2 - 180, (west + east) / 2 + 180
    return Frame(Window(west, south, east, north), width, height)


@lru_cache(maxsize=64)
def land_path(frame: Frame) -> str:
    """The land in the frame as SVG path data, to be filled by the even-odd rule."""
    span = frame.window.east - frame.window.west
    rings = _rings("land-110m.json" if span > _WIDE_SPAN else "land-50m.json")
    bleed = _BLEED / frame.scale
    west, south, east, north = frame.window
    window = Window(west - bleed, south - bleed, east + bleed, north + bleed)
    parts = []
    for ring, (left, low, right, high) in rings:
        for turn in (-360.0, 0.0, 360.0):
            if right + turn < window.west or left + turn > window.east or high < window.south or low > window.north:
                continue
            turned = ring if not turn else [(lon + turn, lat) for lon, lat in ring]
            drawn = [
                ((lon - west) * frame.squeeze * frame.scale, (north - lat) * frame.scale)
                for lon, lat in _clip(turned, window)
            ]
            parts.append(_draw(_simplify(drawn)))
    return "".join(parts)


@lru_cache(maxsize=2)
def _rings(name: str) -> list[tuple[Ring, Window]]:
    """All rings of a TopoJSON land file with their bounding boxes, without the Antarctic."""
    topology: dict[str, Any] = json.loads((_ATLAS / name).read_text(encoding="utf-8"))
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        line: Ring = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(line)
    found = []
    for ring in _ring_arcs(topology["objects"]["land"]):
        line = []
        for index in ring:
            # A negative index is the arc read backwards (TopoJSON 2.1.4); joined arcs share their end point.
            piece = arcs[index] if index >= 0 else arcs[~index][::-1]
            line.extend(piece[1:] if line else piece)
        line = _unwrapped(line)
        lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
        if max(lats) > -60:
            found.append((line, Window(min(lons), min(lats), max(lons), max(lats))))
    return found


def _unwrapped(ring: Ring) -> Ring:
    """The ring without jumps at the date line: longitudes run on beyond 180 instead."""
    turn, before, run = 0.0, ring[0][0], []
    for lon, lat in ring:
        if abs(lon - before) > 180:
            turn += 360.0 if lon < before else -360.0
        run.append((lon + turn, lat))
        before = lon
    return run


def _ring_arcs(geometry: dict[str, Any]) -> Iterator[list[int]]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _ring_arcs(part)
    elif kind == "Polygon":
        yield from geometry["arcs"]
    elif kind == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def _clip(ring: Ring, window: Window) -> Ring:
    """The ring cut to the window, side by side (Sutherland and Hodgman 1974)."""
    for axis, limit, keep_above in (
        (0, window.west, True),
        (0, window.east, False),
        (1, window.south, True),
        (1, window.north, False),
    ):
        if not ring:
            break
        cut: Ring = []
        before = ring[-1]
        was_in = (before[axis] >= limit) == keep_above
        for point in ring:
            is_in = (point[axis] >= limit) == keep_above
            if is_in != was_in:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                cut.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if is_in:
                cut.append(point)
            before, was_in = point, is_in
        ring = cut
    return ring


def _simplify(ring: Ring, tolerance: float = 0.4) -> Ring:
    """The ring without points that lie within the tolerance (pixels) of a line (Douglas and Peucker 1973)."""
    if len(ring) < 4:
        return []
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if (max(xs) - min(xs)) * (max(ys) - min(ys)) < 1.5:
        return []
    keep = {0, len(ring) // 2, len(ring) - 1}
    stack = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        (x1, y1), (x2, y2) = ring[first], ring[last]
        length = hypot(x2 - x1, y2 - y1)
        worst, at = tolerance, 0
        for i in range(first + 1, last):
            x, y = ring[i]
            off = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else hypot(x - x1, y - y1)
            if off > worst:
                worst, at = off, i
        if at:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [ring[i] for i in sorted(keep)]


def _draw(ring: Ring) -> str:
    """A ring as relative path data on a grid of tenths of a pixel."""
    if len(ring) < 3:
        return ""
    x, y = round(ring[0][0] * 10), round(ring[0][1] * 10)
    parts = [f"M{_tenths(x)} {_tenths(y)}l"]
    first = True
    for next_x, next_y in ring[1:]:
        new_x, new_y = round(next_x * 10), round(next_y * 10)
        if (new_x, new_y) == (x, y):
            continue
        for step in (new_x - x, new_y - y):
            text = _tenths(step)
            # A minus sign parts two numbers by itself; every other number needs a space before it.
            parts.append(text if first or text.startswith("-") else " " + text)
            first = False
        x, y = new_x, new_y
    return "" if first else "".join(parts) + "z"


def _tenths(value: int) -> str:
    whole, tenth = divmod(abs(value), 10)
    return f"{'-' if value < 0 else ''}{whole if whole or not tenth else ''}{f'.{tenth}' if tenth else ''}"
