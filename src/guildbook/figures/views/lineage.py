"""What a figure's page shows of its lineage: sentences, witnesses, records, gaps and the form to ask again."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.faces.details import link
from guildbook.figures.queries import Breakdown, Figure, Return, filter_labels, indicator_subjects, records_of
from guildbook.figures.queries.questions import Subject, find_subjects
from guildbook.figures.views.asking import query_of
from guildbook.kit.actors import Actor
from guildbook.kit.format import day_text, number_text, term_text
from guildbook.kit.record_types import by_name

PAGE_SIZE = 50
MOST_RETURNS = 300
Cells = dict[str, Any]


def answer_words(figure: Figure) -> dict[str, str]:
    """The page's title as a sentence around the number: what and whom before it, how well known after it."""
    subject = figure.subject_label if figure.asked.subject else ""
    lead = _("%(title)s, %(subject)s:") % {"title": figure.title, "subject": subject} if subject else f"{figure.title}:"
    return {"lead": lead, "tail": _tail(figure), "plain": f"{lead} {figure.text} {_tail(figure)}".strip()}


def _tail(figure: Figure) -> str:
    recorded = number_text(figure.on_record)
    if figure.mark == "none":
        if figure.claims:
            return _("on record; sources speak of several without counting them")
        return _("on record, and nobody has published or reported any") if figure.value == 0 else _("nothing known yet")
    if figure.mark == "rec":
        return _("on record")
    if figure.on_record is None:
        said = {"rep": _("reported"), "cla": _("published"), "dif": _("published, and sources differ")}
        return said[figure.mark]
    said = {
        "rep": _("reported, %(n)s on record"),
        "cla": _("published, %(n)s on record"),
        "dif": _("published, %(n)s on record, and sources differ"),
    }
    return said[figure.mark] % {"n": recorded}


def witness_rows(figure: Figure, things: Mapping[str, Subject] | None = None) -> list[Cells]:
    """Returns, claims and the book's own records as witnesses, each with its verdict; `things` names shared ones."""
    reported = [*figure.returns, *figure.beside]
    rows: list[Cells] = [_return_row(figure, each, things or {}) for each in reported[:MOST_RETURNS]]
    for claim in figure.claims:
        number = number_text(claim.value) if claim.value is not None else _("several")
        rows.append(
            {
                "witness": claim.source,
                "url": claim.source_url,
                "two": claim.locator,
                "says": claim.counts,
                "claim_url": claim.url,
                "lang": claim.language,
                "basis": claim.basis,
                "qualifier": claim.qualifier,
                "value": number,
                "as_of": claim.period.words,
                "undated": not claim.as_of,
                "verdict": claim.verdict,
                "difference": number_text(claim.verdict.difference),
            }
        )
    return [*rows, _records_row(figure)]


def _return_row(figure: Figure, each: Return, things: Mapping[str, Subject]) -> Cells:
    thing = things.get(":".join(each.thing)) if each.thing else None
    row: Cells = {
        "witness": each.organisation,
        "url": each.url,
        "two": thing.label if thing else _("return in a round"),
        "says": figure.title,
        "value": number_text(each.value),
        "as_of": each.period.words,
        "verdict": each.verdict,
        "difference": number_text(each.verdict.difference),
    }
    return row if each.known else {**row, "value": "—", "verdict": None, "tag": _("not known"), "tone": "new"}


def reporting_words(figure: Figure) -> str:
    """How many members a reported figure rests on, of how many that were asked, and how many do not know."""
    if not figure.returns and not figure.beside:
        return ""
    rate = figure.reporting
    all_of_them = (*figure.returns, *figure.beside)
    now = [each for each in all_of_them if rate is None or each.round_key == rate.round_key]
    heard = len({each.organisation_key for each in now})
    unknown = len({each.organisation_key for each in now if not each.known})
    earlier = len({each.organisation_key for each in all_of_them} - {each.organisation_key for each in now})
    said = ngettext("%(n)s member reported.", "%(n)s members reported.", heard) % {"n": number_text(heard)}
    if rate is not None and rate.expected is not None:
        words = _("%(n)s of %(of)s members reported.")
        said = words % {"n": number_text(heard), "of": number_text(rate.expected)}
    not_known = _("Not known: %(n)s.") % {"n": number_text(unknown)} if unknown else ""
    older = _("From earlier rounds: %(n)s.") % {"n": number_text(earlier)} if earlier else ""
    hidden = len(figure.returns) + len(figure.beside) - MOST_RETURNS
    more = _("The first %(n)s are shown.") % {"n": number_text(MOST_RETURNS)} if hidden > 0 else ""
    return " ".join(words for words in (said, not_known, older, more) if words)


def things_behind(actor: Actor, figure: Figure) -> dict[str, Subject]:
    """The units and programmes that the returns behind a figure are about, as far as the actor may see them."""
    names = {":".join(each.thing) for each in (*figure.returns, *figure.beside) if each.thing}
    return find_subjects(actor, names) if names else {}


def _records_row(figure: Figure) -> Cells:
    kinds = {leg.records for leg in figure.asked.definition.counts}
    names = ", ".join(kind.label_plural for name in sorted(kinds) if (kind := by_name(name)) is not None)
    row: Cells = {
        "witness": _("Records in this book"),
        "says": names or _("none that could answer"),
        "value": number_text(figure.on_record),
        "as_of": day_text(figure.asked.day),
        "tone": "",
    }
    if figure.on_record is None:
        return {**row, "tag": _("cannot answer"), "value": "—"}
    if figure.missing:
        words = _("%(n)s not on record") % {"n": number_text(figure.missing)}
        return {**row, "tag": words, "tone": "bad"} if figure.on_record else {**row, "tag": _("nothing on record")}
    if not figure.on_record:
        return {**row, "tag": _("nothing on record")}
    if figure.mark == "dif" and figure.reported is not None and figure.on_record > figure.reported:
        return {**row, "tag": _("more than published"), "tone": "bad"}
    return {**row, "tag": _("all on record") if figure.reported is not None else _("on record"), "tone": "ok"}


def gaps(figure: Figure) -> list[Cells]:
    """What is missing, in words, and what would close the gap."""
    found: list[Cells] = []
    legs = figure.asked.definition.counts
    kind = by_name(legs[0].records) if legs else None
    if figure.missing and kind is not None:
        n = int(figure.missing) if figure.missing == int(figure.missing) else 2
        words = ngettext(
            "%(n)s is counted by its source and not named in this book.",
            "%(n)s are counted by their source and not named in this book.",
            n,
        ) % {"n": number_text(figure.missing)}
        ask = _("Ask the members in the next round, or add what is missing.")
        found.append({"text": f"{words} {ask}", "url": f"/{kind.plural}/new", "link": _("Add a record")})
    if figure.on_record is None:
        found.append(
            {"text": _("No records of this book can answer this; it rests on what members report and sources publish.")}
        )
    if figure.mark == "dif":
        words = _("The witnesses contradict each other. A return from the members, or a newer source, would settle it.")
        found.append({"text": words, "url": "/claims/new", "link": _("Record a claim")})
    if figure.mark == "none" and figure.claims:
        words = _("Sources speak of several without saying how many, and none is named in this book.")
        found.append({"text": words})
    elif figure.mark == "none" and figure.on_record is not None:
        found.append({"text": _("Nobody has published or reported this figure, and no record counts towards it.")})
    if not found:
        found.append({"text": _("Nothing is missing: every one counted has a record in this book.")})
    return found


def bars(breakdown: Breakdown) -> list[Cells]:
    """A breakdown as rows of the chart."""
    return [{"text": bar.label, "share": bar.share, "figure": bar.figure} for bar in breakdown.bars]


def coverage_bar(figure: Figure) -> Cells | None:
    """How much of what is reported has a record, where some but not all has."""
    if not figure.missing or not figure.reported or figure.on_record is None:
        return None
    share = float(figure.on_record) / float(figure.reported)
    return {"known": number_text(figure.on_record), "of": number_text(figure.reported), "share": share}


def records_shown(actor: Actor, figure: Figure, request: HttpRequest) -> list[Cells]:
    """The records counted, by kind and page."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    shown = []
    for kind, records in records_of(actor, figure):
        page = Paginator(records, PAGE_SIZE).get_page(number)
        total = page.paginator.count
        if not total:
            continue
        links = [
            (at, _page_url(figure, at) if isinstance(at, int) else None)
            for at in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        ]
        pager = {
            "number": page.number,
            "pages": page.paginator.num_pages,
            "previous": _page_url(figure, page.number - 1) if page.has_previous() else None,
            "next": _page_url(figure, page.number + 1) if page.has_next() else None,
            "links": links,
        }
        rows = [[link(record), term_text(record.since, record.until)] for record in page.object_list]
        shown.append({"kind": kind.label_plural, "count": number_text(total), "rows": rows, "pager": pager})
    return shown


def _page_url(figure: Figure, number: int) -> str:
    query = urlencode({**query_of(figure.asked.question), "page": str(number)}, safe=":")
    return f"/figures/{figure.asked.question.indicator}?{query}"


def form_fields(actor: Actor, figure: Figure, breakdowns: tuple[Breakdown, ...]) -> list[Cells]:
    """The form that asks again: subject, day, and a select for each facet with the values that have records."""
    question = figure.asked.question
    subjects = indicator_subjects(actor, figure)
    options = [("", _("the whole book")), *((subject.name, subject.label) for subject in subjects)]
    at = question.at.isoformat() if question.at else ""
    fields: list[Cells] = [
        {"name": "subject", "label": _("Subject"), "kind": "select", "value": question.subject, "options": options},
        {"name": "at", "label": _("As of"), "kind": "date", "value": at},
    ]
    for breakdown in breakdowns:
        values = [("", _("all")), *((bar.key, bar.label) for bar in breakdown.bars)]
        fields.append(_select(breakdown.facet, breakdown.label, "", values))
    labels = filter_labels(actor, figure)
    for name, value in question.filters.items():
        label, chosen = labels[name]
        fields.append(_select(name, label, value, [("", _("all")), (value, chosen)]))
    return fields


def _select(name: str, label: str, value: str, options: list[tuple[str, str]]) -> Cells:
    return {"name": name, "label": label, "kind": "select", "value": value, "options": options}
