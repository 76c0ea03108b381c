"""The stored text of a source, its published figures marked in place and linked to what the book says of them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models import Source
from guildbook.faces.details import link, url_of
from guildbook.figures.models import Claim
from guildbook.figures.queries import Figure
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel
from guildbook.portal.queries.sources import Paragraph, claim_with_paragraph, figures_behind, read_source


@dataclass(frozen=True)
class Piece:
    """A run of words of a paragraph; one that is a published figure carries its address and verdict."""

    text: str
    url: str = ""
    verdict: str = ""
    title: str = ""


def verdict_on(claim: Any, figure: Figure | None) -> str:
    """How a claim stands to the book's figure: agrees, differs, incomparable, or unknown."""
    if figure is None:
        return "unknown"
    return next((each.verdict.key for each in figure.claims if each.key == claim.key), "unknown")


def pieces(paragraph: Paragraph, figures: dict[str, Figure]) -> list[Piece]:
    """A paragraph cut at its published figures; figures that overlap an earlier one are not marked again."""
    found: list[Piece] = []
    at = 0
    for claim in paragraph.claims:
        if claim.start is None or claim.end is None:
            continue
        start, end = claim.start - paragraph.start, claim.end - paragraph.start
        if not at <= start < end <= len(paragraph.text):
            continue
        figure = figures.get(claim.key)
        url = figure.url if figure else url_of(claim)
        title = f"{figure.title}: {figure.text}" if figure else claim.counts
        verdict = verdict_on(claim, figure)
        found.append(Piece(paragraph.text[at:start]))
        # What cannot be compared is as open as what is unknown.
        found.append(Piece(paragraph.text[start:end], url, "unknown" if verdict == "incomparable" else verdict, title))
        at = end
    return [piece for piece in [*found, Piece(paragraph.text[at:])] if piece.text]


def claim_in_place(claim: Claim, actor: Actor) -> Panel | None:
    """The paragraph that makes a claim, its number marked, and the figure the book answers with."""
    found, source = claim_with_paragraph(actor, claim)
    figure = figures_behind(actor, [claim]).get(claim.key)
    if found is None and figure is None:
        return None
    data = {
        "number": claim.paragraph,
        "url": f"{url_of(source)}#p{claim.paragraph}" if claim.paragraph else url_of(source),
        "source": link(source),
        "language": source.language,
        "pieces": pieces(found, {claim.key: figure} if figure else {}) if found else [],
        "figure": figure.link if figure else None,
        "title": figure.title if figure else "",
        "subject": figure.subject_label if figure else "",
        "verdict": verdict_on(claim, figure),
    }
    return Panel(_("in its place"), "portal/claim.html", data, slot="head")


def text_of_source(source: Source, actor: Actor) -> Panel | None:
    """A source's text with its figures marked, and beside each paragraph what rests on it."""
    paragraphs, loose = read_source(actor, source)
    if not paragraphs and not loose:
        return None
    claims = [claim for paragraph in paragraphs for claim in paragraph.claims]
    figures = figures_behind(actor, claims)
    shown = [
        {
            "number": paragraph.number,
            "pieces": pieces(paragraph, figures),
            "claims": [link(claim) for claim in paragraph.claims if claim.start is None],
            "records": [link(record) for record in paragraph.records],
        }
        for paragraph in paragraphs
    ]
    data = {"paragraphs": shown, "loose": [link(record) for record in loose], "language": source.language}
    heading = _("The text and what rests on it") if paragraphs else _("What rests on it")
    return Panel(heading, "portal/source_text.html", data)
