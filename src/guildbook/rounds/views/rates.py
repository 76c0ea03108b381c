"""Reporting rates as a table with bars, and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from guildbook.faces.views import WORKBOOK, record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.rounds.models import Round
from guildbook.rounds.queries.rates import Rate, may_see_rates, rates_by_country
from guildbook.rounds.records import ROUND
from guildbook.sheets.writing import ColumnOut, SheetOut, write_book


def rates_shown(whole: Rate, countries: Sequence[Rate]) -> dict[str, Any]:
    """The rates for a template: the whole first, then each country."""
    return {"whole": _shown(whole, _("all")), "countries": [_shown(rate, _name(rate)) for rate in countries]}


def _name(rate: Rate) -> str:
    return pick(rate.label).text or _("no country")


def _shown(rate: Rate, name: str) -> dict[str, Any]:
    of = rate.expected or 1
    return {
        "name": name,
        "expected": number_text(rate.expected),
        "received": number_text(rate.received),
        "on_time": number_text(rate.on_time),
        "approved": number_text(rate.approved),
        "percent": _("%(n)s%%") % {"n": number_text(round(100 * rate.received / of))},
        "share": rate.approved / of,
        "said": rate.received / of,
    }


def rates_workbook(request: HttpRequest, key: str) -> HttpResponse:
    """The rates as an .xlsx file, for who may see them."""
    actor = actor_of(request)
    held: Round = record_or_404(ROUND, actor, key)
    if not may_see_rates(actor, held):
        raise PermissionDenied(str(NOT_YOURS))
    whole, countries = rates_by_country(held)
    heads = (_("Country"), _("Expected"), _("Received"), _("On time"), _("Approved"))
    rows = [
        (name, rate.expected, rate.received, rate.on_time, rate.approved)
        for name, rate in [*((_name(one), one) for one in countries), (_("all"), whole)]
    ]
    book = write_book([SheetOut(_("Reporting rate"), [ColumnOut(head) for head in heads], rows)], title=str(held))
    answer = HttpResponse(book, content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="{key}-rates.xlsx"'
    return answer
