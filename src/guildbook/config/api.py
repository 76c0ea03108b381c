"""The root of the read API: one router per area, the list of record types, errors as JSON."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer
from pydantic import Field

from guildbook.agreements.api import router as agreements
from guildbook.alliances.api import router as alliances
from guildbook.directory.api import router as directory
from guildbook.events.api import router as events
from guildbook.figures.api import router as figures
from guildbook.kit.record_types import record_types
from guildbook.plans.api import router as plans
from guildbook.programmes.api import router as programmes
from guildbook.reading.api import router as reading
from guildbook.reports.api import router as reports
from guildbook.rounds.api import router as rounds
from guildbook.search.api import router as search
from guildbook.standards.api import router as standards
from guildbook.units.api import router as units

View = Callable[..., HttpResponse]


class GuildbookAPI(NinjaAPI):
    """Ninja's API with operations called what our functions are called, for clients generated from OpenAPI."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The operation's name, such as `list_places`."""
        return operation.view_func.__name__


class _Unescaped(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


class RecordTypeOut(Schema):
    """One kind of record: what it is called, where it is listed, what its lists can be asked, what its states mean."""

    name: str = Field(examples=["place"])
    label: str = Field(description="In the language asked for.", examples=["places"])
    list: str = Field(description="Address of the list.")
    term: str = Field(description="The kind's term in a public vocabulary.", examples=["schema:Place"])
    facets: dict[str, str] = Field(description="Filters of the list, and what they are called.")
    definitions: dict[str, str] = Field(description="The meaning of each state and kind, by `column.value`.")


api = GuildbookAPI(
    title="Guildbook",
    version=version("guildbook"),
    description="Reads everything the book holds. Empty columns are left out; records refer to each other by key.",
    renderer=_Unescaped(),
)


@api.get("/", response=list[RecordTypeOut], tags=["book"])
def list_record_types(request: HttpRequest) -> list[dict[str, Any]]:
    """List the kinds of record the book holds."""
    return [
        {
            "name": kind.name,
            "label": kind.label_plural,
            "list": request.build_absolute_uri(f"/api/{kind.plural}"),
            "term": kind.term,
            "facets": {facet.name: str(facet.label) for facet in kind.facets},
            "definitions": {name: str(text) for name, text in kind.definitions.items()},
        }
        for kind in record_types()
    ]


for router in (
    *(directory, figures, search, alliances, agreements, units),
    *(programmes, standards, events, plans, rounds, reports, reading),
):
    api.add_router("", router)


def missing(request: HttpRequest, path: str) -> JsonResponse:
    """What is no address of the API, said in JSON."""
    detail = _("There is no “%(path)s” here; see /api/docs.") % {"path": path[:80]}
    return JsonResponse({"detail": detail}, status=404, json_dumps_params={"ensure_ascii": False})


def _heads(view: View) -> View:
    """Answer HEAD as GET, which ninja leaves out; the server drops the body."""

    def serve(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked
        try:
            return view(request, *args, **named)
        finally:
            request.method = asked

    serve.csrf_exempt = True  # type: ignore[attr-defined]  # the API reads; nothing it answers changes the book
    return serve


def _api_urls() -> tuple[list[URLResolver | URLPattern], str, str]:
    patterns, application, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = _heads(pattern.callback)
    return patterns, application, namespace


api_urls = _api_urls()
