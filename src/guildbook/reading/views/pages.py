"""The page /check: a text in, every figure marked and answered; from there a figure becomes a claim."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.reading.queries import MOST_BYTES, CheckedText, TextError, check_text, checked, decoded
from guildbook.reading.rules import may_record
from guildbook.reading.views import claim_form, presenting


def check(request: HttpRequest) -> HttpResponse:
    """The form, and after sending it the text with its verdicts; nothing of the text is stored."""
    if request.method != "POST":
        return render(request, "reading/check.html", {"form": presenting.form_fields()})
    try:
        text = given_text(request)
    except TextError as error:
        pasted = request.POST.get("text", "")[: presenting.LONG]
        return render(request, "reading/check.html", {"form": presenting.form_fields(pasted, str(error))}, status=422)
    return _answered(request, check_text(actor_of(request), text))


def given_text(request: HttpRequest) -> str:
    """The uploaded or the pasted text, with plain line ends; raises TextError."""
    upload = request.FILES.get("file")
    if upload is not None:
        text = decoded(upload.read(MOST_BYTES + 1), upload.name or presenting.UPLOAD)
    else:
        text = checked(request.POST.get("text", ""), str(presenting.PASTED))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _answered(request: HttpRequest, answered: CheckedText, recorded: dict[str, Any] | None = None) -> HttpResponse:
    context = presenting.page_of(answered, may_record=may_record(actor_of(request)))
    return render(request, "reading/check.html", {**context, "recorded": recorded, "form": presenting.form_fields()})


@require_POST
def record(request: HttpRequest) -> HttpResponse:
    """A small form that makes one figure of the text a claim; kept, the text is checked again."""
    actor = actor_of(request)
    if not request.user.is_authenticated:
        return redirect_to_login("/check")
    if not may_record(actor):
        raise PermissionDenied(str(NOT_YOURS))
    try:
        text = given_text(request)
    except TextError:
        return redirect("/check")
    answered = check_text(actor, text)
    figure = claim_form.figure_at(answered, request.POST.get("start", ""))
    if figure is None:
        return _answered(request, answered)
    if "save" not in request.POST:
        return render(request, "reading/record.html", claim_form.empty(actor, answered, figure))
    try:
        claim = claim_form.save(actor, text, figure, request.POST)
    except DocumentError as error:
        context = claim_form.posted(actor, answered, figure, request.POST, error.faults)
        return render(request, "reading/record.html", context, status=422)
    return _answered(request, check_text(actor, text), {"text": str(claim), "url": f"/claims/{claim.key}"})
