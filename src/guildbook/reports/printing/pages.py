"""A report as a printed page: the same text and pictures as on the screen, each figure with a note at the end."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name
from guildbook.kit.format import date_text
from guildbook.kit.texts import current_tag, pick
from guildbook.reports.models import Report
from guildbook.reports.printing.chromium import PrintingError, opened
from guildbook.reports.queries import Text, is_live, read_report

STYLE = "reports-print.css"
PICTURE = "figure.inserted .drawn"


@dataclass(frozen=True)
class Note:
    """What stands behind one figure of a printed text: its number, what it is, how well known, and its address."""

    number: int
    what: str
    known: str
    address: str
    flag: str


@dataclass(frozen=True)
class Paper:
    """A report ready to be printed: its text, its facts and notes in the reader's language."""

    report: Report
    text: Text
    facts: tuple[tuple[str, str], ...]
    notice: tuple[str, ...]
    notes: tuple[Note, ...]


def paper_of(report: Report, tag: str, base: str) -> Paper:
    """The report for printing; `base` is the site's address without a slash at the end."""
    text = read_report(report, tag)
    notices = []
    if current_tag() not in report.body and report.body:
        said = _("This report is not written in %(asked)s; its text is shown in %(shown)s.")
        notices.append(said % {"asked": language_name(current_tag()), "shown": language_name(tag)})
    if is_live(report):
        notices.append(_("A draft: figures are shown as of now; publishing freezes them."))
    if report.status == "superseded":
        notices.append(_("This record has been superseded."))
    if report.status == "withdrawn":
        notices.append(_("This report has been withdrawn."))
    notes = tuple(
        Note(place + 1, shown.sentence, shown.known, f"{base}{shown.figure.url}", shown.flag)
        for place, shown in enumerate(text.figures)
        if shown is not None
    )
    return Paper(report, text, tuple(_facts(report)), tuple(notices), notes)


def _facts(report: Report) -> list[tuple[str, str]]:
    authors = ", ".join(pick(author.label()).text for author in report.authors.all())
    facts = [
        (_("Kind"), str(report.get_kind_display())),
        (_("Alliance"), pick(report.alliance.label()).text if report.alliance is not None else ""),
        (_("Authors"), authors),
        (_("Period"), date_text(report.period)),
        (_("Published"), date_text(report.published)),
        (_("Edition"), str(report.edition) if report.edition > 1 else ""),
    ]
    return [(label, value) for label, value in facts if value]


def html_of(paper: Paper, base: str) -> str:
    """The page Chromium prints: no script, one style beside it."""
    context = {"paper": paper, "text": paper.text, "report": paper.report, "base": base, "style": STYLE}
    return render_to_string("reports/printed.html", context)


def style_path() -> Path:
    """Where the style of printed pages lies."""
    found = finders.find(STYLE)
    if not isinstance(found, str):
        raise PrintingError(_("The style of printed pages is missing."))
    return Path(found)


def pdf_of(report: Report, tag: str, base: str) -> bytes:
    """The report as a PDF in the active language; raises PrintingError."""
    paper = paper_of(report, tag, base)
    with opened(html_of(paper, base), style_path()) as printer:
        return printer.pdf(_footer(paper, base))


def _footer(paper: Paper, base: str) -> str:
    address, when = (
        html.escape(text) for text in (f"{base}/reports/{paper.report.key}", date_text(paper.report.published))
    )
    style = "font: 8px 'Noto Sans', 'Noto Sans Thai', 'Noto Sans Lao', 'Noto Sans CJK SC', sans-serif; color: #555;"
    style += " width: 100%; padding: 0 18mm; display: flex; justify-content: space-between;"
    pages = "<span class='pageNumber'></span>/<span class='totalPages'></span>"
    spans = f"<span>{address}</span><span>{when}</span><span>{pages}</span>"
    return f'<div lang="{get_language()}" style="{style}">{spans}</div>'


def pictures_of(paper: Paper, base: str) -> list[bytes]:
    """The pictures of a report's charts and tables as PNG, in the order of the text; one run of the browser for all."""
    if not any(figure is not None and figure.form in ("bars", "line") for figure in paper.text.figures):
        return []
    with opened(html_of(paper, base), style_path()) as printer:
        return printer.pictures(PICTURE)
