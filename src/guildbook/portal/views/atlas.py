"""The map of the book: places, units and city links, narrowed by kind and alliance, with a table of the same."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.kit.actors import actor_of
from guildbook.portal.queries.atlas import alliance_named, alliances_to_choose, of_alliance, whole_book
from guildbook.portal.views.drawing import draw

WIDTH, HEIGHT = 1080, 640


def map_page(request: HttpRequest) -> HttpResponse:
    """The map asked for; an alliance or kind that does not exist is not found."""
    actor = actor_of(request)
    kinds = {"": _("everything"), "place": _("places"), "unit": _("units"), "city-link": _("city links")}
    kind, key = request.GET.get("kind", ""), request.GET.get("alliance", "")
    alliance = alliance_named(actor, key)
    if kind not in kinds or (key and alliance is None):
        raise Http404(_("There is no such map."))
    atlas = of_alliance(actor, alliance, kind) if alliance else whole_book(actor, kind)
    choices = [("", _("all alliances")), *((each.key, str(each)) for each in alliances_to_choose(actor))]
    context = {
        "drawing": draw(atlas, WIDTH, HEIGHT),
        "alliance": alliance,
        "fields": [
            {"name": "kind", "kind": "select", "label": _("show"), "value": kind, "options": list(kinds.items())},
            {"name": "alliance", "kind": "select", "label": _("alliance"), "value": key, "options": choices},
        ],
    }
    return render(request, "portal/map.html", context)
