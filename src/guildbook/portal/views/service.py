"""Answers for machines: whether the site works, and what crawlers may read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guildbook.portal.queries.latest import last_entry

ROBOTS = "User-agent: *\nDisallow: /sign-in\nDisallow: /account/\nDisallow: /search/\n"


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Ok, once the database has answered."""
    last_entry()
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers should leave alone."""
    return HttpResponse(ROBOTS, content_type="text/plain")
