"""Files sent in and handed out; nothing that is handed out can run in the book's name."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from guildbook.files.actions import attach, withdraw
from guildbook.files.models import Attachment
from guildbook.files.queries import attachment_for, content_path, may_attach, may_see_owner
from guildbook.files.rules import MOST_BYTES, MOST_MEGABYTES, SHOWN_IN_PLACE
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError

# A request longer than this is not even read: whoever sends it gets no form back, but the disk is spared.
MOST_SENT = 4 * MOST_BYTES


@require_safe
def file(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """A file, for who may see what it belongs to; pictures may be shown in place, everything else is saved."""
    found = attachment_for(actor_of(request), number)
    return handed_out(found if found is not None and found.name == name else None)


def handed_out(found: Attachment | None) -> HttpResponseBase:
    """A file that may be seen, as it leaves the house; Http404 for none."""
    path = content_path(found.sha256) if found is not None else None
    if found is None or path is None or not path.exists():
        raise Http404(_("The book has no such file."))
    saved = found.media_type not in SHOWN_IN_PLACE
    answer = FileResponse(path.open("rb"), as_attachment=saved, filename=found.name, content_type=found.media_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = f'"{found.sha256}"'
    return answer


def length_first(view: Any) -> Any:
    """Look at a request's length before its body is read; the form's token is checked right after."""
    checked = csrf_protect(view)

    @wraps(view)
    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > MOST_SENT:
            said = _("A file may have %(n)s MB.") % {"n": MOST_MEGABYTES}
            return render(request, "files/too_large.html", {"said": said}, status=413)
        answer: HttpResponse = checked(request, *args, **kwargs)
        return answer

    return csrf_exempt(read)


@length_first
@require_POST
def send(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Attach what a form sent, and return to the page it stands on, with what was wrong said there."""
    actor = actor_of(request)
    if not may_see_owner(actor, kind, key):
        raise Http404(_("The book has no such file."))
    if not may_attach(actor, kind, key):
        if not request.user.is_authenticated:
            return redirect_to_login(_back(request))
        raise PermissionDenied(str(NOT_YOURS))
    sent = request.FILES.getlist("file")
    if not sent:
        messages.error(request, _("Choose a file first."))
    for upload in sent:
        try:
            kept = attach(
                actor,
                kind,
                key,
                upload,
                label=request.POST.get("label", ""),
                public=request.POST.get("public", "") == "yes",
            )
        except DocumentError as error:
            messages.error(request, " ".join(fault.message for fault in error.faults))
        else:
            messages.success(request, _("Kept: %(name)s") % {"name": kept.name})
    return redirect(_back(request))


@require_POST
def take_out(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw a file."""
    actor = actor_of(request)
    found = attachment_for(actor, number)
    if found is None:
        raise Http404(_("The book has no such file."))
    withdraw(actor, found)
    messages.success(request, _("Withdrawn: %(name)s") % {"name": found.name})
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The page of this site a form names, or the first page."""
    asked = request.POST.get("back", "")
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/") else "/"
