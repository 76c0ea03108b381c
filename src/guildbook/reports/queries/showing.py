"""A report's figures as a page, a Word file or a printed page shows them, in the active language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from guildbook.figures.queries import Question, read_day
from guildbook.figures.queries.figures import FigureLink
from guildbook.figures.verdicts import hedged
from guildbook.kit.format import date_text, day_text, number_text, year_number
from guildbook.kit.texts import pick
from guildbook.reports.queries.asking import Data

# The line chart's own units; the picture scales with its column.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 240, 24, 24, 26, 28


@dataclass(frozen=True)
class Row:
    """One row of a table or one bar: what it is, its number, its share of the largest, its own figure."""

    label: str
    number: str
    share: float
    figure: FigureLink


@dataclass(frozen=True)
class Point:
    """One point of a line: its year, its number, where it lies in the picture."""

    year: str
    number: str
    x: float
    y: float
    figure: FigureLink


@dataclass(frozen=True)
class Shown:
    """An inserted figure ready to show; `note` says how well it is known and as of when, `place` its frozen number."""

    form: str
    figure: FigureLink
    sentence: str
    caption: str
    note: str
    known: str = ""
    place: int = 0
    rows: tuple[Row, ...] = ()
    by: str = ""
    cut: bool = False
    points: tuple[Point, ...] = ()
    flag: str = ""

    @property
    def line(self) -> str:
        """The points of the line, as SVG writes them."""
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)

    @property
    def words(self) -> str:
        """The figure as plain text: the number, the sentence, or the lines of a table."""
        if self.form == "sentence":
            return self.sentence
        if self.rows:
            lines = [f"{row.label}: {row.number}" for row in self.rows]
            return "\n".join([f"{self.caption}: {self.figure.text}", *lines])
        if self.points:
            return f"{self.caption}\n" + "\n".join(f"{point.year}: {point.number}" for point in self.points)
        return self.figure.text


def question_of(data: Data) -> Question:
    """The question behind an answer."""
    held = data["question"]
    return Question(held["indicator"], held["subject"], read_day(held["at"]), dict(held["filters"]))


def named(data: Data) -> str:
    """What is counted and of whom, as “Members, Synthetic guild, Laos”."""
    parts = [pick(data["title"]).text, pick(data["subject"]).text, *(pick(each).text for each in data["narrowed"])]
    return comma().join(part for part in parts if part)


def comma() -> str:
    """What stands between the parts of a sentence."""
    return pgettext("between the parts of a sentence", ", ")


def number_of(data: Data) -> str:
    """The number with its qualifier, in the active language."""
    return hedged(_number(data["value"]), data["qualifier"]) if "value" in data else "—"


def _number(value: str) -> Decimal:
    return Decimal(value)


def as_of(data: Data) -> str:
    """The date the answer speaks of."""
    period = data["as_of"]
    return date_text(period["text"]) if period["text"] else day_text(_day(period["last"]))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def shown(data: Data, form: str, url: str = "", place: int = 0, flag: str = "") -> Shown:
    """An answer in one form; `url` is where its lineage is (of a live figure, the book's own page of it)."""
    question = question_of(data)
    link = FigureLink(number_of(data), url or question.url, data["mark"])
    caption, date = named(data), as_of(data)
    said = _("%(what)s: %(number)s (%(date)s)") if date else _("%(what)s: %(number)s")
    sentence = said % {"what": caption, "number": link.text, "date": date}
    dated = _unended(data) if "points" in data else _("as of %(day)s") % {"day": date} if date else ""
    note = " · ".join(part for part in (known(data), dated) if part)
    by = pick(data.get("by_label", {})).text
    return Shown(
        form=form,
        figure=link,
        sentence=sentence,
        caption=caption,
        note=note,
        known=known(data),
        place=place,
        rows=_rows(data, question, url) if "rows" in data else _year_rows(data, question, url, form),
        by=by,
        cut=bool(data.get("cut")),
        points=_points(data, question, url) if form == "line" else (),
        flag=flag,
    )


def known(data: Data) -> str:
    """How well an answer is known, in words."""
    words: Mapping[str, str] = {
        "rec": _("on record"),
        "rep": _("reported by members"),
        "cla": _("published only"),
        "dif": _("sources differ"),
    }
    return words.get(data["mark"], _("nothing known"))


def _rows(data: Data, question: Question, url: str) -> tuple[Row, ...]:
    largest = max((_number(row["value"]) for row in data["rows"]), default=0)
    made = []
    for row in data["rows"]:
        number = number_text(_number(row["value"]))
        narrowed = Question(question.indicator, question.subject, question.at, _with(question, data, row["key"]))
        share = float(_number(row["value"])) / float(largest) if largest else 0.0
        link = FigureLink(number, url or narrowed.url, "rec")
        made.append(Row(pick(row["label"]).text or row["key"], number, share, link))
    return tuple(made)


def _with(question: Question, data: Data, key: str) -> dict[str, str]:
    return {**question.filters, data["by"]: key}


def _year_rows(data: Data, question: Question, url: str, form: str) -> tuple[Row, ...]:
    if form not in ("table", "bars"):
        return ()
    points = data.get("points", [])
    largest = max((float(point.get("value", 0)) for point in points), default=0.0)
    return tuple(
        Row(_year(point), link.text, float(point.get("value", 0)) / largest if largest else 0.0, link)
        for point in points
        for link in (_point_link(point, question, url),)
    )


def _year(point: Data) -> str:
    return year_number(dt.date.fromisoformat(point["at"]).year)


def _unended(data: Data) -> str:
    """Of figures over years, the day the last one speaks of where its year has not ended."""
    last = data["points"][-1]["at"] if data.get("points") else ""
    if not last or last.endswith("-12-31"):
        return ""
    day = dt.date.fromisoformat(last)
    return _("%(year)s as of %(day)s") % {"year": year_number(day.year), "day": day_text(day)}


def _point_link(point: Data, question: Question, url: str) -> FigureLink:
    asked = Question(question.indicator, question.subject, _day(point["at"]), question.filters)
    text = hedged(_number(point["value"]), point["qualifier"]) if "value" in point else "—"
    return FigureLink(text, url or asked.url, point["mark"])


def _points(data: Data, question: Question, url: str) -> tuple[Point, ...]:
    held = [point for point in data.get("points", []) if "value" in point]
    largest = max((float(point["value"]) for point in held), default=0.0) or 1.0
    step = (WIDTH - LEFT - RIGHT) / max(len(held) - 1, 1)
    return tuple(
        Point(
            _year(point),
            number_text(_number(point["value"])),
            LEFT + step * place,
            HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * max(float(point["value"]), 0.0) / largest,
            _point_link(point, question, url),
        )
        for place, point in enumerate(held)
    )
