"""A report read for showing: its text in one language, each figure live or as frozen, what is contradicted since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from guildbook.figures.queries import FigureError
from guildbook.kit.models import Status
from guildbook.kit.texts import current_tag, pick
from guildbook.reports.models import FrozenFigure, Report
from guildbook.reports.queries.asking import Data, answers, tag_of, with_kind
from guildbook.reports.queries.lineage import Now, now_of
from guildbook.reports.queries.showing import Shown, as_of, comma, number_of, shown
from guildbook.reports.writing import Body, Insertion, PlainText, WritingFault, plain_text, read_body


@dataclass(frozen=True)
class Text:
    """A report's text in one language with every figure it shows, by the figure's place in the body."""

    language: str
    title: str
    body: Body
    figures: tuple[Shown | None, ...]
    faults: tuple[WritingFault, ...] = ()

    def plain(self) -> PlainText:
        """Title and body as plain text."""
        return plain_text(self.title, self.body, self._say)

    def _say(self, place: int) -> str:
        figure = self.figures[place]
        return figure.words if figure is not None else self.body.insertions[place].written


def interface_code(tag: str) -> str:
    """The interface's language for a text's tag: its own where it is one, else the active one."""
    codes = {tag_of(code): code for code, __ in settings.LANGUAGES}
    return codes.get(tag) or codes.get(tag.partition("-")[0]) or codes.get(current_tag(), "en")


def all_codes() -> list[str]:
    """The codes of all languages of the interface."""
    return [code for code, __ in settings.LANGUAGES]


def tags_of(report: Report) -> list[str]:
    """The languages a report is written in, the original first."""
    return list(report.body) or list(report.title) or ["en"]


def chosen_tag(report: Report, asked: str = "") -> str:
    """The language of the text to show: the one asked for, else the interface's, else as texts fall back."""
    if asked in report.body:
        return asked
    return pick(report.body).language if report.body else current_tag()


def is_live(report: Report) -> bool:
    """Whether the figures are asked as of now: until publication."""
    return report.status == Status.DRAFT


def read_report(report: Report, tag: str, nows: Sequence[Now] | None = None) -> Text:
    """The report's text in one language: live while it is a draft, else frozen, with flags where `nows` differ."""
    title = pick(report.title, tag).text
    body = read_body(report.body.get(tag, ""))
    if is_live(report):
        return live_text(title, tag, body)
    frozen = frozen_of(report)
    flags = {each.name: each for each in (now_of([row.lineage for row in frozen.values()]) if nows is None else nows)}
    figures = [_frozen(report, each, frozen, flags, tag) for each in body.insertions]
    return Text(tag, title, body, tuple(figures), body.faults)


def live_text(title: str, tag: str, body: Body) -> Text:
    """A text with its figures asked of the book as of now."""
    code = interface_code(tag)
    found = answers(body.insertions, all_languages(code))
    figures: list[Shown | None] = []
    for insertion in found.insertions:
        data = found.found.get(insertion.name)
        figures.append(in_language(insertion, tag, data) if data is not None else None)
    faults = sorted((*body.faults, *found.faults), key=lambda one: (one.line, one.column))
    return Text(tag, title, body, tuple(figures), tuple(faults))


def all_languages(code: str) -> list[str]:
    """The text's language and the reader's, for labels."""
    return list(dict.fromkeys([code, interface_code(current_tag())]))


def in_language(insertion: Insertion, tag: str, data: Data, url: str = "", place: int = 0, flag: str = "") -> Shown:
    """A figure amid the text in the text's language; a table or chart, which stands alone, in the reader's."""
    if insertion.is_block:
        return shown(data, insertion.form, url, place, flag)
    with override(interface_code(tag)):
        return shown(data, insertion.form, url, place, flag)


def frozen_of(report: Report) -> dict[str, FrozenFigure]:
    """A published report's figures by their question."""
    return {row.name: row for row in report.frozen.all()}


def _frozen(
    report: Report, insertion: Insertion, frozen: dict[str, FrozenFigure], flags: dict[str, Now], tag: str
) -> Shown | None:
    row = frozen.get(insertion.name) or frozen.get(_full_name(insertion, frozen))
    if row is None:
        return None
    url = f"/reports/{report.key}/figures/{row.place}"
    now = flags.get(row.name)
    flag = flag_words(row.lineage, now) if now is not None and now.contradicted else ""
    return in_language(insertion, tag, row.lineage, url, row.place, flag)


def _full_name(insertion: Insertion, frozen: dict[str, FrozenFigure]) -> str:
    """The question of an insertion whose subject was written without its kind."""
    for name in frozen:
        kind = name.partition(" of ")[2].partition(":")[0]
        if kind and replace(insertion, subject=f"{kind}:{insertion.subject}").name == name:
            return name
    return ""


def flag_words(then: Data, now: Now) -> str:
    """What the book says since, in words."""
    if now.value is None:
        return _("since then the book cannot answer this any more: %(why)s") % {"why": now.refused}
    if now.years:
        years = comma().join(day[:4] for day in now.years)
        return _("since then the book says otherwise for %(years)s") % {"years": years}
    if number_of(now.value) == number_of(then):
        return _("since then the book says otherwise")
    return _("since then the book says %(number)s") % {"number": number_of(now.value)}


def figure_rows(report: Report, nows: Sequence[Now]) -> list[dict[str, Any]]:
    """A published report's figures as a list: what was published, as of when, and what the book says now."""
    by_name = {now.name: now for now in nows}
    made = []
    for row in report.frozen.all():
        now = by_name[row.name]
        made.append(
            {
                "shown": shown(row.lineage, "number", f"/reports/{report.key}/figures/{row.place}", row.place),
                "place": row.place,
                "as_of": as_of(row.lineage),
                "flag": flag_words(row.lineage, now) if now.contradicted else "",
            }
        )
    return made


def strange_insertions(report: Report) -> dict[str, list[str]]:
    """By language, the figures that other languages of the same report insert and this one does not."""
    named = {tag: {one.name for one in named_insertions(text)} for tag, text in report.body.items()}
    every = set().union(*named.values()) if named else set()
    return {tag: sorted(every - held) for tag, held in named.items() if every - held}


def named_insertions(text: str) -> tuple[Insertion, ...]:
    """The insertions of a text with their subjects' kinds written out, as far as these are known."""
    return tuple(_named(each) for each in read_body(text).insertions)


def _named(insertion: Insertion) -> Insertion:
    try:
        return with_kind(insertion)
    except FigureError:
        return insertion
