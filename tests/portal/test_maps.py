"""Maps: windows that hold their points, coastlines that stay in the frame, labels that do not collide."""

import re

import pytest

from guildbook.portal.maps import Link, Point, draw_map
from guildbook.portal.maps.coastlines import Window, frame_for, land_path
from guildbook.portal.maps.labels import Wish, place_labels, text_width

NANNING = Point(108.32, 22.82, "Nanning", "/places/nanning", weight=8)
HANOI = Point(105.84, 21.02, "Hanoi", "/places/hanoi")
VIENTIANE = Point(102.6, 17.97, "Vientiane", "/places/vientiane")
COLLEGE = Point(102.6, 17.97, "Craftsman college", "/units/college", kind="unit")
SUVA = Point(178.44, -18.14, "Suva")
APIA = Point(-171.76, -13.83, "Apia")


def _vertices(path: str) -> list[tuple[float, float]]:
    """All corners of path data made of M and relative l commands."""
    corners = []
    for start, steps in re.findall(r"M([-\d. ]+)l([-\d. ]+)z", path):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", start)]
        x, y = numbers
        corners.append((x, y))
        moves = [float(number) for number in re.findall(r"-?\d*\.\d|-?\d+", steps)]
        assert len(moves) % 2 == 0
        for dx, dy in zip(moves[::2], moves[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
    return corners


def test_every_mark_lies_inside_the_picture() -> None:
    drawing = draw_map([NANNING, HANOI, VIENTIANE, COLLEGE], width=600, height=400)
    assert len(drawing.marks) == 4
    for mark in drawing.marks:
        assert 0 < mark.x < 600
        assert 0 < mark.y < 400


def test_north_is_up_and_east_is_right() -> None:
    marks = {mark.title: mark for mark in draw_map([NANNING, VIENTIANE]).marks}
    assert marks["Nanning"].x > marks["Vientiane"].x
    assert marks["Nanning"].y < marks["Vientiane"].y


def test_points_on_both_sides_of_the_date_line_stay_neighbours() -> None:
    drawing = draw_map([SUVA, APIA], [Link(SUVA, APIA)])
    marks = {mark.title: mark for mark in drawing.marks}
    assert marks["Apia"].x > marks["Suva"].x
    assert marks["Apia"].x - marks["Suva"].x < drawing.width
    assert drawing.land


def test_points_around_the_world_fit() -> None:
    far = [
        Point(-122, 37, "San Francisco"),
        Point(2, 48, "Paris"),
        Point(116, 40, "Beijing"),
        Point(151, -33, "Sydney"),
        Point(-70, -33, "Santiago"),
    ]
    drawing = draw_map(far)
    assert all(0 <= mark.x <= drawing.width and 0 <= mark.y <= drawing.height for mark in drawing.marks)


def test_no_points_still_draws_the_region() -> None:
    drawing = draw_map([])
    assert drawing.marks == ()
    assert len(_vertices(drawing.land)) > 200


@pytest.mark.parametrize(
    "window",
    [Window(88, -11, 132, 42), Window(-30, -40, 160, 60), Window(170, -25, 195, -5), Window(-180, -58, 180, 80)],
)
def test_land_never_leaves_the_frame_by_more_than_its_bleed(window: Window) -> None:
    frame = frame_for(window, 720, 460)
    corners = _vertices(land_path(frame))
    assert corners
    assert all(-3.5 <= x <= 723.5 and -3.5 <= y <= 463.5 for x, y in corners)


def _is_land(path: str, x: float, y: float) -> bool:
    """Even-odd test of a position against the rings of the path."""
    inside = False
    for ring in path.split("z"):
        corners = _vertices(ring + "z")
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


@pytest.mark.parametrize(
    ("name", "lon", "lat", "land"),
    [
        ("Chongqing", 106.5, 29.5, True),
        ("Vientiane", 102.6, 18.2, True),
        ("Hainan", 109.8, 19.2, True),
        ("Borneo", 114.0, 1.0, True),
        ("South China Sea", 114.0, 14.0, False),
        ("Gulf of Thailand", 101.5, 10.0, False),
        ("Bay of Bengal", 90.0, 15.0, False),
    ],
)
def test_land_and_sea_are_where_they_are(name: str, lon: float, lat: float, land: bool) -> None:
    frame = frame_for(Window(88, -11, 132, 42), 720, 460)
    assert _is_land(land_path(frame), *frame.place(lon, lat)) is land, name


@pytest.mark.parametrize(
    ("name", "lon", "lat", "land"),
    [
        ("Chukotka, beyond the date line", -175.0, 66.7, True),
        ("Siberia", 100.0, 65.0, True),
        ("Norwegian Sea", 0.0, 69.5, False),
        ("Pacific, as far north as Fiji lies south", -150.0, -17.0, False),
        ("Atlantic at the same latitude", -20.0, -17.0, False),
    ],
)
def test_shapes_on_the_date_line_do_not_smear_across_the_world(name: str, lon: float, lat: float, land: bool) -> None:
    frame = frame_for(Window(-180, -58, 180, 80), 1080, 560)
    assert _is_land(land_path(frame), *frame.place(lon, lat)) is land, name


def test_a_region_stays_small() -> None:
    drawing = draw_map(
        [NANNING, HANOI, VIENTIANE, Point(79.86, 6.93, "Colombo"), Point(106.84, -6.2, "Jakarta")],
        width=1080,
        height=640,
    )
    assert len(drawing.land) < 50_000


def test_a_unit_in_a_city_is_set_beside_the_city() -> None:
    marks = {mark.title: mark for mark in draw_map([VIENTIANE, COLLEGE, NANNING]).marks}
    apart = abs(marks["Vientiane"].x - marks["Craftsman college"].x) + abs(
        marks["Vientiane"].y - marks["Craftsman college"].y
    )
    assert 5 < apart < 30


def test_the_table_says_what_the_picture_shows() -> None:
    drawing = draw_map([NANNING, HANOI, VIENTIANE], [Link(NANNING, HANOI), Link(VIENTIANE, NANNING)])
    assert [(row.label, row.linked) for row in drawing.rows] == [
        ("Nanning", ("Hanoi", "Vientiane")),
        ("Hanoi", ("Nanning",)),
        ("Vientiane", ("Nanning",)),
    ]
    assert drawing.kinds == ("place", "city-link")


def test_second_link_between_two_cities_is_drawn_apart() -> None:
    lines = draw_map([NANNING, HANOI], [Link(NANNING, HANOI), Link(HANOI, NANNING)]).links
    assert lines[0].path != lines[1].path


def test_labels_never_overlap_and_the_heaviest_wins() -> None:
    wishes = [Wish(50 + i % 4, 50 + i // 4, 4, f"Place {i}") for i in range(12)]
    labels = place_labels(wishes, 12, 400, 300)
    assert labels[0].text == "Place 0"
    assert 0 < len(labels) < 12
    boxes = []
    for label in labels:
        run = text_width(label.text, 12)
        left = {"start": label.x, "end": label.x - run, "middle": label.x - run / 2}[label.anchor]
        boxes.append((left, label.y - 10, left + run, label.y + 3))
    for i, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= 400
        for other in boxes[i + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_scripts_take_the_room_they_need() -> None:
    assert text_width("南宁", 10) == 20
    assert text_width("เชียงใหม่", 10) < text_width("เ" * 9, 10)
