"""A figure's data: JSON, JSON-LD and workbook under the page's address."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse

from guildbook.faces.views import WORKBOOK
from guildbook.figures.queries import FigureError, UnknownFigureError, ask, figure_data
from guildbook.figures.views.asking import read_question
from guildbook.figures.views.sheets import linked_figure, workbook
from guildbook.kit.actors import actor_of

Face = Callable[[HttpRequest, str], HttpResponse]


def answering_faults(view: Face) -> Face:
    """Answer what cannot be asked with its reason: 404 for what the book does not have, 400 for the rest."""

    @wraps(view)
    def answered(request: HttpRequest, key: str) -> HttpResponse:
        try:
            return view(request, key)
        except FigureError as error:
            status = 404 if isinstance(error, UnknownFigureError) else 400
            return JsonResponse({"error": str(error)}, status=status, json_dumps_params={"ensure_ascii": False})

    return answered


def _data(request: HttpRequest, key: str) -> dict[str, object]:
    question = read_question(request, key)
    actor = actor_of(request)
    figure = ask(actor, question.indicator, question.subject, question.at, question.filters)
    return figure_data(actor, figure)


@answering_faults
def figure_json(request: HttpRequest, key: str) -> HttpResponse:
    """A figure with its lineage as JSON."""
    return JsonResponse(_data(request, key), json_dumps_params={"ensure_ascii": False})


@answering_faults
def figure_jsonld(request: HttpRequest, key: str) -> HttpResponse:
    """A figure as an observation of the RDF Data Cube vocabulary."""
    base = request.build_absolute_uri("/").rstrip("/")
    data = linked_figure(_data(request, key), base)
    return JsonResponse(data, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


@answering_faults
def figure_workbook(request: HttpRequest, key: str) -> HttpResponse:
    """A figure as a workbook: the answer, its witnesses, the records counted, the breakdowns."""
    answer = HttpResponse(workbook(_data(request, key)), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="{key}.xlsx"'
    return answer
