"""The page that begins an alignment: one version of a standard, and another of any standard to put beside it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name, link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.texts import pick
from guildbook.standards.actions.proposing import begin_alignment, propose_soon
from guildbook.standards.models import Standard, StandardVersion
from guildbook.standards.queries import find_version, visible_standards
from guildbook.standards.records import STANDARD
from guildbook.standards.rules import may_change


def align_page(request: HttpRequest, key: str) -> HttpResponse:
    """Choose both versions; the alignment is made and its matches are proposed, for who keeps the standard."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    standard: Standard = record_or_404(STANDARD, actor, key)
    if not may_change(actor, standard):
        raise PermissionDenied(str(NOT_YOURS))
    error = ""
    if request.method == "POST":
        first = find_version(actor, f"{key}@{request.POST.get('version', '')}")
        second = find_version(actor, request.POST.get("to", "").strip())
        if first is None or second is None:
            error = _("the book has no such version; write it as key@version, such as welding@2025")
        else:
            try:
                return _made(request, actor, first, second)
            except DocumentError as refused:
                error = "; ".join(fault.message for fault in refused.faults)
    context = {
        "standard": link(standard),
        "key": key,
        "error": error,
        "fields": [
            {
                "name": "version",
                "label": _("Version"),
                "kind": "select",
                "value": request.POST.get("version") or request.GET.get("version", ""),
                "options": [(version.name, _said(version)) for version in standard.versions.all()],
            },
            {
                "name": "to",
                "label": _("Align with"),
                "value": request.POST.get("to", ""),
                "list": "standards",
                "required": True,
                "help": _("Another version, of this standard or another, as key@version."),
            },
        ],
        "choices": list(_choices(actor)),
    }
    return render(request, "standards/align.html", context, status=422 if error else 200)


def _made(
    request: HttpRequest, actor: Actor, first: tuple[Standard, str], second: tuple[Standard, str]
) -> HttpResponse:
    alignment = begin_alignment(actor, first, second, _("begun to align both"))
    if not alignment.proposals.exists() and propose_soon(actor, alignment):
        messages.success(request, _("Proposals were computed; nobody has reviewed them."))
    return redirect(f"/alignments/{alignment.key}")


def _said(version: StandardVersion) -> str:
    return f"{version.name} ({language_name(version.language)})" if version.language else version.name


def _choices(actor: Actor) -> Any:
    """Every version that has items, as key@version with what it is."""
    for standard in visible_standards(actor).prefetch_related("versions").order_by("key")[:500]:
        title = pick(standard.label()).text
        for version in standard.versions.all():
            yield f"{standard.key}@{version.name}", f"{title} · {_said(version)}"
