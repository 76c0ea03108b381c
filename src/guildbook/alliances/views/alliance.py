"""The page of an alliance: who belongs to it, from where, since when, and who holds its offices."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.alliances.models import Membership
from guildbook.alliances.models.application import OPEN
from guildbook.alliances.models.membership import MembershipState
from guildbook.alliances.queries import members_of
from guildbook.alliances.queries.applications import applications_to
from guildbook.alliances.queries.nesting import Branch, tree_of
from guildbook.alliances.records import ALLIANCE
from guildbook.alliances.rules import may_admit
from guildbook.alliances.views.joining import takes_applications
from guildbook.alliances.views.timeline import timeline
from guildbook.directory.views.organisation import name_rows
from guildbook.faces.details import Cell, cell, link
from guildbook.faces.tables import filled, head
from guildbook.faces.views import own_context
from guildbook.figures.panels import figures_shown
from guildbook.figures.queries import Figure, breakdowns_of
from guildbook.figures.queries.heads import band_items, head_figures
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.format import number_text, term_text
from guildbook.kit.record_types import Column

FIRST, LAST = ("members", "member-countries"), ("units", "agreements-signed", "events")
TONES = {"founder": "lead", "director": "lead", "observer": "watch"}
# More members than this are read in the list of memberships, which can be searched and filtered.
MOST_MEMBERS = 60
MOST_BARS = 25


def alliance_page(request: HttpRequest, key: str) -> HttpResponse:
    """An alliance with its members by country and role, its offices and its names."""
    context = own_context(ALLIANCE, request, key)
    actor, alliance, rows = actor_of(request), context["record"], context["rows"]
    found = members_of(actor, alliance)
    members = list(found[: MOST_MEMBERS + 1])
    asked = figures_shown(context["panels"])
    figures = head_figures(asked, FIRST, LAST)
    figure = next((each for each in asked if each.asked.indicator.key == "members"), None)
    named, unnamed = countries(actor, figure, rows["represented"])
    context |= {
        "names": name_rows(rows["names"]),
        "members": members_table([each for each in members[:MOST_MEMBERS] if not is_over(each)]),
        "former": members_table([each for each in members[:MOST_MEMBERS] if is_over(each)]),
        "all_members": f"/memberships/?alliance={key}" if len(members) > MOST_MEMBERS else "",
        "band": band_items(figures),
        "figure": figure,
        "missing": missing_words(figure),
        "countries": named,
        "unnamed": unnamed,
        "timeline": terms(alliance, members[:MOST_BARS], rows["offices"]),
        "offices": offices(rows["offices"]),
        "ways": ways(actor, alliance),
        "below": [_branch(branch) for branch in tree_of(actor, alliance)],
    }
    return render(request, "alliances/alliance.html", context)


def members_table(members: Sequence[Membership]) -> dict[str, Any] | None:
    """Named members with country, role, state and term."""
    if not members:
        return None
    heads = [head(_("Member")), head(_("Country")), head(_("Role")), head(_("State")), head(_("Period"), "d")]
    rows = [
        [
            link(member.organisation),
            country_cell(member),
            member.get_role_display(),
            cell(member, Column("state")) if member.state != MembershipState.ADMITTED else "",
            term_text(member.since, member.until),
        ]
        for member in members
    ]
    return filled(heads, rows)


def is_over(member: Membership) -> bool:
    """Whether a membership lies in the past."""
    over = member.until_day is not None and member.until_day < timezone.localdate()
    return over or member.state == MembershipState.ENDED


def country_cell(member: Membership) -> Cell:
    """The country a member is in, where its place is known."""
    place = member.organisation.place
    return link(place.country) if place and place.country else ""


def missing_words(figure: Figure | None) -> str:
    """What the book does not know of the members, in words."""
    if figure is None or not figure.missing:
        return ""
    if not figure.on_record:
        return _("%(n)s members are counted by a source; none of them is named in the book.") % {
            "n": number_text(figure.reported)
        }
    missing = int(figure.missing)
    return ngettext(
        "%(n)s more member is counted by a source and not named in the book.",
        "%(n)s more members are counted by a source and not named in the book.",
        missing,
    ) % {"n": number_text(missing)}


def countries(
    actor: Actor, figure: Figure | None, represented: Iterable[Any]
) -> tuple[list[dict[str, Any]], list[Cell]]:
    """Countries members come from: those of named members as figures, and those a source only speaks of."""
    by_country = next(
        (each for each in breakdowns_of(actor, figure) if each.facet == "country") if figure else iter(()), None
    )
    bars = {bar.key: bar for bar in by_country.bars} if by_country else {}
    rows: list[dict[str, Any]] = [
        {"text": bar.label, "url": f"/places/{bar.key}", "share": bar.share, "figure": bar.figure}
        for bar in bars.values()
    ]
    unnamed = [link(said.country) for said in represented if said.country.key not in bars]
    return rows, unnamed


def terms(alliance: Any, members: Iterable[Membership], offices: Iterable[Any]) -> dict[str, Any] | None:
    """The alliance's own term, then those of its members and office holders."""
    rows: list[tuple[dict[str, Any], str, str, str]] = [
        ({"text": _("The alliance")}, alliance.since, alliance.until, "lead")
    ]
    for member in members:
        named = {**_named(member.organisation), "two": member.get_role_display()}
        rows.append((named, member.since, member.until, TONES.get(member.role, "")))
    for office in offices:
        named = {**_named(office.organisation or office.role), "two": office.get_kind_display()}
        rows.append((named, office.since, office.until, "watch"))
    return timeline(rows, timezone.localdate())


def _named(record: Any) -> dict[str, Any]:
    shown = link(record) if record is not None else ""
    return shown if isinstance(shown, dict) else {"text": shown}


def offices(held: Iterable[Any]) -> list[dict[str, Any]]:
    """Offices and their holders, a line for each holder."""
    return [
        {
            "label": office.get_kind_display(),
            "cell": {**_named(office.organisation or office.role), "two": term_text(office.since, office.until)},
        }
        for office in held
        if office.organisation or office.role
    ]


def ways(actor: Actor, alliance: Any) -> list[tuple[str, str]]:
    """What can be done here: apply to join; for the secretariat, applications and terms as well."""
    room = f"/alliances/{alliance.key}"
    made = [(_("Offices, present and past"), f"{room}/offices")]
    if may_admit(actor, alliance.pk):
        waiting = applications_to(actor, alliance).filter(state__in=OPEN).count()
        said = ngettext("%(n)s application to decide on", "%(n)s applications to decide on", waiting)
        made = [
            (said % {"n": number_text(waiting)}, f"{room}/applications"),
            (_("Terms that end"), f"{room}/terms"),
            *made,
        ]
    if takes_applications(alliance):
        made.insert(0, (_("Apply to join"), f"{room}/join"))
    return made


def _branch(branch: Branch) -> dict[str, Any]:
    shown = link(branch.alliance)
    cell = {**shown, "url": f"/alliances/{branch.alliance.key}"} if isinstance(shown, dict) else {"text": shown}
    words = ngettext("%(n)s member", "%(n)s members", branch.members) % {"n": number_text(branch.members)}
    return {"cell": {**cell, "two": words}, "below": [_branch(one) for one in branch.below]}
