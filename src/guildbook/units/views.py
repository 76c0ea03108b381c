"""The page of a unit: its partners, and the states it went through."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.faces.details import link
from guildbook.faces.tables import filled, head
from guildbook.faces.views import own_context
from guildbook.kit.format import date_text, term_text
from guildbook.units.models import UnitPartner, UnitState
from guildbook.units.records import UNIT


def unit_page(request: HttpRequest, key: str) -> HttpResponse:
    """A unit with its partners and dated states."""
    context = own_context(UNIT, request, key)
    context["partners"] = partners(context["rows"]["partners"])
    context["states"] = states(context["rows"]["states"], context["record"].since)
    return render(request, "units/unit.html", context)


def partners(rows: Sequence[UnitPartner]) -> dict[str, Any] | None:
    """The partners, what each is to the unit, where they are and for what term."""
    heads = [head(_("partner")), head(_("role")), head(_("place")), head(_("period"), "d")]
    cells = [
        [
            link(partner.organisation),
            partner.get_role_display(),
            link(partner.organisation.place) if partner.organisation.place else "",
            term_text(partner.since, partner.until),
        ]
        for partner in rows
    ]
    return filled(heads, cells) if cells else None


def states(rows: Sequence[UnitState], since: str) -> list[dict[str, Any]]:
    """The states a unit went through, as dated lines; a single one as old as the unit says nothing new."""
    if len(rows) == 1 and rows[0].since in ("", since):
        return []
    return [
        {
            "date": date_text(state.since) or _("no date"),
            "stamp": state.since_day.isoformat() if state.since_day else "",
            "text": state.get_state_display(),
        }
        for state in rows
    ]
