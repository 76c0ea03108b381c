"""What a form asks while somebody types: records by a part of their name, and how a date is read."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text
from guildbook.kit.fuzzy import bounds
from guildbook.kit.record_types import RecordType
from guildbook.language.folding import fold

LONGEST, MOST = 300, 8


def _typed(request: HttpRequest) -> str:
    """What was typed, whatever the input is called."""
    return str(next(iter(request.GET.values()), "")).strip()[:LONGEST]


def records_offered(record_type: RecordType, request: HttpRequest) -> HttpResponse:
    """Records of a kind whose names have what was typed, as options for an input; only what the actor may see."""
    typed = _typed(request)
    visible = record_type.visible(actor_of(request))
    found = list(visible.filter(search_text__contains=fold(typed)).order_by("key")[:MOST]) if typed else []
    context = {"typed": typed, "found": [{"key": one.key, "name": str(one)} for one in found]}
    return render(request, "reviews/named.html", context)


@require_safe
def date_read(request: HttpRequest) -> HttpResponse:
    """What a date that was typed says in words, or why it is none."""
    typed = _typed(request)
    try:
        bounds(typed or "2000")
        said, wrong = date_text(typed), False
    except ValidationError as error:
        said, wrong = error.messages[0], True
    return render(request, "reviews/date.html", {"said": said, "wrong": wrong})
