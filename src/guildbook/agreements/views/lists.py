"""Agreements that want somebody's eye: under way, and in force without having produced anything."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.agreements.models import Agreement
from guildbook.agreements.queries import idle_agreements, under_way
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import open_parties
from guildbook.faces.details import cell, link
from guildbook.faces.tables import filled, head
from guildbook.faces.views import list_context
from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text, number_text
from guildbook.kit.record_types import Column
from guildbook.kit.rules import may_enter

# Longer lists are for the list of agreements and its workbook.
MOST_SHOWN = 500


def agreement_list(request: HttpRequest) -> HttpResponse:
    """The list of agreements, with the ways to those that want somebody's eye."""
    context = list_context(AGREEMENT, request)
    return render(request, "agreements/list.html", context)


def idle(request: HttpRequest) -> HttpResponse:
    """Agreements in force that gave rise to nothing, with since when they are in force."""
    found = list(idle_agreements(actor_of(request)).prefetch_related("parties__organisation")[: MOST_SHOWN + 1])
    heads = [head(_("Name")), head(_("in force since"), "d"), head(_("for"), "n"), head(_("parties"))]
    rows = [[link(one), date_text(one.since or one.signed), _for(one), _names(one)] for one in found[:MOST_SHOWN]]
    context = {
        "count": _count(len(found)),
        "table_data": filled(heads, rows) if rows else None,
    }
    return render(request, "agreements/idle.html", context)


def _for(agreement: Agreement) -> str:
    if agreement.since_day is None:
        return ""
    days = (timezone.localdate() - agreement.since_day).days
    if days < 365:
        months = max(0, days // 30)
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": number_text(months)}
    years = int(days // 365.25)
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": number_text(years)}


def _names(agreement: Agreement) -> str:
    return ", ".join(str(party.organisation) for party in agreement.parties.all())


def _count(n: int) -> str:
    shown = min(n, MOST_SHOWN)
    return ngettext("%(n)s record", "%(n)s records", shown) % {"n": number_text(shown)}


def under_way_page(request: HttpRequest) -> HttpResponse:
    """What is being written or waits for signatures, for who keeps it or is to sign it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    found = list(under_way(actor)[:MOST_SHOWN])
    heads = [head(_("Name")), head(_("state")), head(_("still to sign"))]
    rows: list[list[Any]] = [[link(one), cell(one, Column("state")), _waiting(one)] for one in found]
    context = {
        "count": _count(len(found)),
        "table_data": filled(heads, rows) if rows else None,
        "may_enter": may_enter(actor, AGREEMENT),
    }
    return render(request, "agreements/under_way.html", context)


def _waiting(agreement: Agreement) -> str:
    return ", ".join(str(party.organisation) for party in open_parties(agreement.parties.all()))
