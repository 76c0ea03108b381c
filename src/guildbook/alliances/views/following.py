"""An application as its applicant sees it: by private link, or signed in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guildbook.alliances.actions import answer, withdraw
from guildbook.alliances.actions.applying import OWNER
from guildbook.alliances.models import Application, ApplicationState, Deed, Remark
from guildbook.alliances.queries.applications import application_by_token, application_of
from guildbook.alliances.views.joining import MOST_FILES, described
from guildbook.faces.details import link
from guildbook.files.models import Attachment
from guildbook.files.panels import size_text
from guildbook.files.views import handed_out, length_first
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import day_text

TONES = {"received": "new", "asked": "new", "answered": "sea", "admitted": "ok", "declined": "bad", "withdrawn": ""}


def _private(answer_given: HttpResponse) -> HttpResponse:
    """Keep the page out of caches and search engines; the site's policy keeps its address out of others' logs."""
    answer_given["Cache-Control"] = "private, no-store"
    answer_given["X-Robots-Tag"] = "noindex, nofollow"
    return answer_given


@length_first
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds the private link."""
    return _page(request, application_by_token(token), f"/applications/{token}")


@length_first
@require_http_methods(["GET", "HEAD", "POST"])
def by_account(request: HttpRequest, pk: int) -> HttpResponse:
    """For who sent it while signed in."""
    return _page(request, application_of(actor_of(request), pk), f"/applications/{pk}")


@require_safe
def file_by_link(request: HttpRequest, token: str, number: int, name: str) -> HttpResponseBase:
    """A file of the application, for whoever holds the private link."""
    application = application_by_token(token)
    held = files_of(application) if application is not None else []
    return handed_out(next((each for each in held if each.pk == number and each.name == name), None))


def files_of(application: Application) -> list[Attachment]:
    """The files of an application; who may see it was asked before."""
    held = Attachment.objects.filter(record_type=OWNER, record_key=str(application.pk), withdrawn_at=None)
    return list(held.order_by("at", "pk"))


def _page(request: HttpRequest, application: Application | None, here: str) -> HttpResponse:
    if application is None:
        raise Http404(_("There is no such application."))
    faults: list[str] = []
    if request.method == "POST":
        try:
            messages.success(request, _done(request, application))
        except DocumentError as error:
            faults = [fault.message for fault in error.faults]
        else:
            return _private(redirect(here))
    context = {
        "application": application,
        "alliance": link(application.alliance),
        "facts": described(application),
        "state": stated(application),
        "steps": [step(each) for each in application.remarks.exclude(deed=Deed.NOTED)],
        "files": [file_row(each, f"{here}/files") for each in files_of(application)]
        if here.startswith("/applications/a")
        else [file_row(each, "/files") for each in files_of(application)],
        "faults": faults,
        "text": request.POST.get("text", ""),
        "asked": application.state == ApplicationState.ASKED,
        "member": link(application.organisation) if application.membership and application.organisation else None,
    }
    return _private(render(request, "alliances/application.html", context, status=422 if faults else 200))


def _done(request: HttpRequest, application: Application) -> str:
    """Do what a button of the page asks; says what was done."""
    text = request.POST.get("text", "")
    if request.POST.get("act") == "withdraw":
        withdraw(application, text)
        return _("Your application is withdrawn.")
    answer(application, text, actor_of(request), request.FILES.getlist("files")[:MOST_FILES])
    return _("Your answer was sent.")


def stated(application: Application) -> dict[str, Any]:
    """The state as a tag."""
    return {"tag": application.get_state_display(), "tone": TONES.get(application.state, "")}


def step(remark: Remark) -> dict[str, Any]:
    """One step of the application."""
    when = timezone.localtime(remark.at)
    return {
        "when": day_text(when.date()),
        "stamp": when.date().isoformat(),
        "what": remark.get_deed_display(),
        "who": remark.who,
        "text": remark.text,
        "deed": remark.deed,
    }


def file_row(attachment: Attachment, room: str) -> dict[str, Any]:
    """A file for a template."""
    return {
        "url": f"{room}/{attachment.pk}/{attachment.name}",
        "name": attachment.name,
        "size": size_text(attachment.size),
        "when": day_text(attachment.at.date()),
    }
