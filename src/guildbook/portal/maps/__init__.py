"""Maps of places, units and city links: drawn on the server, coastlines only, no borders."""

from guildbook.portal.maps.drawing import Link, MapDrawing, Point, draw_map

__all__ = ["Link", "MapDrawing", "Point", "draw_map"]
