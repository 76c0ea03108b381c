"""A frozen figure: what stood behind it on the day of publication, and what stands behind the same question now."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.faces.details import link
from guildbook.faces.tables import head
from guildbook.faces.views import record_or_404
from guildbook.kit.actors import PUBLIC, Actor, actor_of
from guildbook.kit.format import date_text, number_text
from guildbook.kit.record_types import by_name
from guildbook.kit.texts import pick
from guildbook.reports.models import FrozenFigure, Report
from guildbook.reports.queries import Data, difference, flag_words, known, now_of, question_of, shown
from guildbook.reports.records import REPORT

MOST_SHOWN = 200


def figure_page(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """Then and now side by side, and which records changed between."""
    actor = actor_of(request)
    report: Report = record_or_404(REPORT, actor, key)
    row = report.frozen.filter(place=place).first()
    if row is None:
        raise Http404(_("This report has no such figure."))
    now = now_of([row.lineage])[0]
    changed = difference(row.lineage)
    context = {
        "report": report,
        "row": row,
        "then": _side(row.lineage, date_text(row.at)),
        "now": _side(now.value, _("now")) if now.value is not None else None,
        "refused": now.refused,
        "flag": flag_words(row.lineage, now) if now.contradicted else "",
        "shown": shown(row.lineage, "table" if "rows" in row.lineage or "points" in row.lineage else "number"),
        "question": question_of(row.lineage),
        "definition": pick(row.lineage["behind"]["definition"]["text"]).text,
        "groups": [
            group
            for group in (
                _group(actor, _("Came in since"), changed.added),
                _group(actor, _("Fell away since"), changed.gone),
                _group(actor, _("Changed since"), changed.changed),
            )
            if group
        ],
        "defined_anew": changed.defined_anew,
        "behind": _behind(actor, row),
        "claims": _claims(row),
    }
    return render(request, "reports/figure.html", context)


def _side(data: Data, when: str) -> dict[str, Any]:
    figure = shown(data, "number")
    return {
        "when": when,
        "figure": figure.figure,
        "note": figure.note,
        "known": known(data),
        "on_record": _number(data.get("on_record")),
        "reported": _number(data.get("reported")),
    }


def _number(value: Any) -> str:
    return number_text(Decimal(value)) if value else ""


def _group(actor: Actor, label: str, rows: tuple[tuple[str, str, Any, Any], ...]) -> dict[str, Any] | None:
    """Records that changed, as a table: which, and its version or value then and now."""
    if not rows:
        return None
    records = _records(actor, [(kind, key) for kind, key, *__ in rows[:MOST_SHOWN]])
    cells = [
        [records.get((kind, key), key), _version(kind, then), _version(kind, now)]
        for kind, key, then, now in rows[:MOST_SHOWN]
    ]
    heads = [head(_("Record")), head(_("then")), head(_("now"))]
    return {"label": label, "count": len(rows), "columns": heads, "rows": cells}


def _version(kind: str, value: Any) -> str:
    if value is None:
        return "—"
    return str(value) if kind in ("claim", "return") else _("version %(n)s") % {"n": value}


def _records(actor: Actor, names: list[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    """Links to records by kind and key, as far as the reader may see them; a query per kind."""
    found: dict[tuple[str, str], Any] = {}
    for name in dict.fromkeys(kind for kind, __ in names):
        kind = by_name(name)
        if kind is not None:
            keys = [key for of, key in names if of == name]
            found |= {(name, record.key): link(record) for record in kind.visible(actor).filter(key__in=keys)}
    return found


def _behind(actor: Actor, row: FrozenFigure) -> dict[str, Any]:
    """Everything that stood behind the figure: records, returns and claims, as links with what they said then."""
    held = row.lineage["points"][-1]["behind"] if "points" in row.lineage else row.lineage["behind"]
    parts = [*held["returns"], *held["claims"], *held["records"]]
    records = _records(actor, [(kind, key) for kind, key, __ in parts[:MOST_SHOWN]])
    cells = [[records.get((kind, key), key), _version(kind, what)] for kind, key, what in parts[:MOST_SHOWN]]
    more = number_text(len(parts) - MOST_SHOWN) if len(parts) > MOST_SHOWN else ""
    return {"columns": [head(_("Record")), head(_("then"))], "rows": cells, "more": more, "asked": held["asked"]}


def _claims(row: FrozenFigure) -> list[Any]:
    kind = by_name("claim")
    found = kind.visible(PUBLIC).filter(key__in=list(row.claims.values())) if kind is not None else ()
    return [link(claim) for claim in found]
