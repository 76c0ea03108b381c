"""Drafting an agreement: title, kind, who keeps it, parties and term; its texts follow on a page of their own."""

from functools import partial
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.agreements.actions import save_agreement
from guildbook.agreements.models import Agreement
from guildbook.agreements.models.agreement import AgreementKind
from guildbook.agreements.records import AGREEMENT
from guildbook.directory.queries import visible_organisations
from guildbook.faces.details import url_of
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import Document, DocumentError, Fault, read_document
from guildbook.kit.naming import fresh_key
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import model_field
from guildbook.kit.rules import may_enter
from guildbook.kit.texts import current_tag

# Lines for parties; more are added on the page of the agreement's form.
PARTY_LINES = 6
NAMES = ("title", "kind", "alliance", "steward", "since", "until", "notice_months")


def draft_page(request: HttpRequest) -> HttpResponse:
    """The form of a new draft; what is wrong is said beside its field, and nothing typed is lost."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    if not may_enter(actor, AGREEMENT):
        raise PermissionDenied(str(NOT_YOURS))
    if request.method != "POST":
        given = {"alliance": request.GET.get("alliance", "")}
        return _form(request, actor, given, {})
    sent = {name: str(text).strip() for name, text in request.POST.items()}
    try:
        draft = read_document(AGREEMENT, document_of(sent), None, partial(find_as, actor))
        kept = save_agreement(actor, draft, _("drafted"))
    except DocumentError as error:
        return _form(request, actor, sent, _said(error.faults, sent), 422)
    return redirect(f"{url_of(kept)}/text")


def document_of(sent: dict[str, str]) -> Document:
    """What the form says, as a document; the title stands in the interface's language."""
    title = sent.get("title", "")
    parties = [sent[name] for name in _filled(sent)]
    return {
        **{name: sent.get(name, "") for name in NAMES},
        "key": fresh_key(AGREEMENT, title),
        "title": {current_tag(): title} if title else {},
        "state": "draft",
        "status": "draft",
        "parties": [{"organisation": party, "signing": "invited"} for party in parties],
    }


def _filled(sent: dict[str, str]) -> list[str]:
    return [name for n in range(1, PARTY_LINES + 1) if sent.get(name := f"party{n}", "")]


def _said(faults: tuple[Fault, ...], sent: dict[str, str]) -> dict[str, list[str]]:
    """Faults by the field of the form: the second row of parties may be its third line."""
    lines, said = _filled(sent), dict[str, list[str]]()
    for fault in faults:
        part, __, place = fault.where.partition(".")
        number = place.partition(".")[0]
        where = lines[int(number) - 1] if part == "parties" and number.isdecimal() else part
        said.setdefault(where, []).append(fault.message)
    return said


def _form(
    request: HttpRequest, actor: Actor, sent: dict[str, str], said: dict[str, list[str]], status: int = 200
) -> HttpResponse:
    def field(name: str, kind: str, label: str = "", **more: Any) -> dict[str, Any]:
        words = label or str(model_field(Agreement, name).verbose_name)
        errors = said.pop(name, [])
        return {"name": name, "label": words, "kind": kind, "value": sent.get(name, ""), "errors": errors, **more}

    kinds = [("", "—"), *AgreementKind.choices]
    dates = _("2023, 2023-11, 2023-11-30, 2019~ or ../2023-08-31")
    fields = [
        field("title", "text", required=True),
        field("kind", "select", options=kinds, required=True),
        *(field(name, **_keeping(actor, name)) for name in ("alliance", "steward")),
        *(
            field(f"party{n}", "text", _("party %(n)s") % {"n": n}, names="/named/organisations", required=n < 3)
            for n in range(1, PARTY_LINES + 1)
        ),
        field("since", "text", help=dates, size="short"),
        field("until", "text", help=dates, size="short"),
        field("notice_months", "number"),
    ]
    context = {"fields": fields, "wrong": [text for texts in said.values() for text in texts]}
    return render(request, "agreements/draft.html", context, status=status)


def _keeping(actor: Actor, name: str) -> dict[str, Any]:
    """Who keeps the agreement: any organisation for staff, for others one they act for."""
    if actor.is_staff:
        return {"kind": "text", "names": "/named/organisations"}
    wanted = actor.serves if name == "alliance" else actor.keeps
    found = visible_organisations(actor).filter(pk__in=wanted).order_by("key")
    options = [(one.key, str(one)) for one in found]
    if name == "alliance" or not options:
        options = [("", "—"), *options]
    return {"kind": "select", "options": options}
