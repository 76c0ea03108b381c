"""Maps on pages: the content of a map as points and lines with words in the reader's language."""

from django.utils.translation import gettext as _

from guildbook.faces.details import url_of
from guildbook.portal.maps import Link, MapDrawing, Point, draw_map
from guildbook.portal.queries.atlas import Atlas


def draw(atlas: Atlas, width: int = 720, height: int = 460) -> MapDrawing | None:
    """The map of what the book can place, or None where it can place nothing."""
    spots: dict[int, Point] = {}
    for pk, place in atlas.places.items():
        where = (place.longitude or 0.0, place.latitude or 0.0)
        spots[pk] = Point(*where, str(place), url_of(place), "place", atlas.weights[pk])
    points = list(spots.values())
    links = [
        Link(spots[link.place_id], spots[link.partner_id], "city-link", str(link))
        for link in atlas.links
        if link.place_id in spots and link.partner_id in spots
    ]
    links += [Link(spots[start.pk], spots[end.pk], "place", title) for start, end, title in atlas.lines]
    for unit in atlas.units:
        if unit.place is None:
            continue
        point = Point(unit.place.longitude or 0.0, unit.place.latitude or 0.0, str(unit), url_of(unit), "unit", 1)
        points.append(point)
        for partner in unit.partners.all():
            founder = partner.organisation.place
            if founder is not None and founder.pk in spots and founder.pk != unit.place.pk:
                title = _("%(unit)s, with %(partner)s") % {"unit": unit, "partner": partner.organisation}
                links.append(Link(spots[founder.pk], point, "unit", title))
    return draw_map(points, links, width=width, height=height) if points else None
