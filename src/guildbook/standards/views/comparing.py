"""The page that compares two versions: what was kept, changed, added and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name, link, url_of
from guildbook.faces.views import record_or_404
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.format import number_text
from guildbook.standards.actions.carrying import predecessor
from guildbook.standards.models import Standard, StandardVersion
from guildbook.standards.outlines.changes import marks
from guildbook.standards.queries import find_version
from guildbook.standards.queries.comparing import (
    ADDED,
    CHANGED,
    DROPPED,
    KEPT,
    UNREVIEWED,
    Compared,
    alignment_between,
    by_alignment,
    by_texts,
)
from guildbook.standards.queries.items import newest, ordered
from guildbook.standards.records import STANDARD
from guildbook.standards.rules import may_change

# With more items than this what was kept is left out until somebody asks for it.
MOST_KEPT = 150
Of = tuple[Standard, str]


def compare_page(request: HttpRequest, key: str) -> HttpResponse:
    """Compare `?from=` with `?to=`; a version of another standard is written key@version."""
    actor = actor_of(request)
    standard: Standard = record_or_404(STANDARD, actor, key)
    versions = list(standard.versions.select_related("localised_from"))
    first, second = _asked(actor, standard, versions, request.GET.get("from", ""), request.GET.get("to", ""))
    context: dict[str, Any] = {
        "standard": link(standard),
        "key": key,
        "first": _side(first),
        "second": _side(second),
        "fields": _fields(versions, first, second, standard),
        "rows": [],
        "tally": [],
        "may_edit": first is not None and may_change(actor, first[0]),
        "example": "example" in {of[0].nature for of in (first, second) if of},
    }
    if first and second and first != second:
        context |= _compared(request, actor, first, second)
    return render(request, "standards/compare.html", context)


def _compared(request: HttpRequest, actor: Actor, first: Of, second: Of) -> dict[str, Any]:
    same_language = _language(first) == _language(second)
    alignment = None if same_language else alignment_between(actor, first, second)
    if same_language:
        before = ordered(first[0].items.filter(version=first[1]))
        found = by_texts(before, ordered(second[0].items.filter(version=second[1])))
    else:
        found = by_alignment(actor, alignment, first, second) if alignment else []
    every = len(found) <= MOST_KEPT or "all" in request.GET
    query = urlencode({"from": _spec(first, second), "to": _spec(second, first), "all": "1"})
    return {
        "same_language": same_language,
        "alignment": alignment and {"url": url_of(alignment), "state": alignment.get_state_display()},
        "align": f"/standards/{first[0].key}/align?{urlencode({'version': first[1]})}",
        "to_spec": f"{second[0].key}@{second[1]}",
        "tally": _tally(found),
        "rows": [_row(each, same_language) for each in found if every or each.how != KEPT],
        "all": "" if every else f"/standards/{second[0].key}/compare?{query}",
    }


def _asked(
    actor: Actor, standard: Standard, versions: Sequence[StandardVersion], before: str, after: str
) -> tuple[Of | None, Of | None]:
    """The two versions asked for; without a first, what the second localises or came after."""
    second = _named(actor, standard, after) if after else None
    if second is None:
        chosen = newest(versions)
        second = (standard, chosen.name) if chosen else None
    first = _named(actor, standard, before) if before else None
    if first is None and second is not None and second[0] == standard:
        held = next(version for version in versions if version.name == second[1])
        earlier = predecessor(held, versions)
        if held.localises:
            first = _named(actor, held.localised_from or standard, held.localises)
        elif earlier is not None:
            first = (standard, earlier.name)
    return first, second


def _named(actor: Actor, standard: Standard, spec: str) -> Of | None:
    found = find_version(actor, spec if "@" in spec else f"{standard.key}@{spec}")
    if found is None:
        raise Http404(_("The book has no version “%(name)s” of this standard.") % {"name": spec[:80]})
    return found


def _spec(of: Of, other: Of) -> str:
    return of[1] if of[0] == other[0] else f"{of[0].key}@{of[1]}"


def _language(of: Of) -> str:
    held = next(version for version in of[0].versions.all() if version.name == of[1])
    return held.language


def _side(of: Of | None) -> dict[str, Any]:
    if of is None:
        return {}
    tag = _language(of)
    return {
        "standard": link(of[0]),
        "version": of[1],
        "lang": tag,
        "language": language_name(tag) if tag else "",
        "url": f"/standards/{of[0].key}?{urlencode({'version': of[1]})}",
    }


def _fields(
    versions: Sequence[StandardVersion], first: Of | None, second: Of | None, standard: Standard
) -> list[dict[str, Any]]:
    names = [version.name for version in versions]
    names.extend(f"{of[0].key}@{of[1]}" for of in (first, second) if of is not None and of[0] != standard)
    labels = (("from", _("From"), first), ("to", _("To"), second))
    return [
        {
            "name": name,
            "label": label,
            "kind": "select",
            "options": [(name, name) for name in names],
            "value": "" if of is None else of[1] if of[0] == standard else f"{of[0].key}@{of[1]}",
        }
        for name, label, of in labels
    ]


def _tally(found: Sequence[Compared]) -> list[dict[str, str]]:
    labels = {
        KEPT: (_("kept"), "ok"),
        CHANGED: (_("changed"), "new"),
        ADDED: (_("added"), "sea"),
        DROPPED: (_("dropped"), "bad"),
        UNREVIEWED: (_("not reviewed"), "proposed"),
    }
    counted = {how: sum(each.how == how for each in found) for how in labels}
    return [
        {"label": label, "tone": tone, "count": number_text(counted[how])}
        for how, (label, tone) in labels.items()
        if counted[how] or how != UNREVIEWED
    ]


def _row(each: Compared, same_language: bool) -> dict[str, Any]:
    before, after = each.before, each.after
    changed = same_language and before is not None and after is not None and before.text != after.text
    labels = {
        KEPT: _("kept"),
        CHANGED: _("changed"),
        ADDED: _("added"),
        DROPPED: _("dropped"),
        UNREVIEWED: _("proposed, not reviewed") if before and after else _("no match, not reviewed"),
    }
    return {
        "how": each.how,
        "label": labels[each.how],
        "before": before and {"number": before.number, "text": before.text},
        "after": after and {"number": after.number, "text": after.text},
        "moved": before is not None and after is not None and before.number != after.number,
        "marks": marks(before.text, after.text) if changed and before and after else [],
    }
