"""Writing a text of an agreement in one language."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.agreements.actions import write_text
from guildbook.agreements.models import Agreement, AgreementVersion
from guildbook.agreements.models.agreement import TextStanding
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import may_keep_agreement, newest
from guildbook.faces.details import language_name, link, url_of
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError

LANGUAGES = ("en", "zh-Hans", "vi", "th", "lo", "id", "km", "ms", "my", "fil")


def text_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form of one text: language, standing, title and words; the newest text is there to go on with."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    agreement: Agreement = record_or_404(AGREEMENT, actor, key)
    if not may_keep_agreement(actor, agreement):
        raise PermissionDenied(str(NOT_YOURS))
    if request.method != "POST":
        return _form(request, agreement, _held(agreement, request.GET.get("language", "")), {})
    sent = {name: request.POST.get(name, "") for name in ("language", "standing", "title", "text")}
    sent["text"] = sent["text"].replace("\r\n", "\n").strip()
    sent["title"] = " ".join(sent["title"].split())
    try:
        write_text(actor, agreement, sent["language"].strip(), sent["standing"], sent["title"], sent["text"])
    except DocumentError as error:
        said: dict[str, list[str]] = {}
        for fault in error.faults:
            said.setdefault(fault.where.rpartition(".")[2], []).append(fault.message)
        return _form(request, agreement, sent, said, 422)
    messages.success(request, _("Kept: %(name)s") % {"name": sent["title"] or str(agreement)})
    return redirect(url_of(agreement))


def _held(agreement: Agreement, language: str) -> dict[str, str]:
    """The newest text in a language, to go on with; of a new language nothing but its name."""
    versions = newest(agreement.versions.all())
    found = next((one for one in versions if one.language == language), None)
    if found is None:
        return {"language": language, "standing": "", "title": "", "text": ""}
    return {"language": language, "standing": found.standing, "title": found.title, "text": found.text}


def _form(
    request: HttpRequest, agreement: Agreement, held: dict[str, str], said: dict[str, list[str]], status: int = 200
) -> HttpResponse:
    model = AgreementVersion._meta

    def field(name: str, kind: str, **more: Any) -> dict[str, Any]:
        label = str(model.get_field(name).verbose_name)  # type: ignore[union-attr]  # a column of ours has a name
        return {"name": name, "label": label, "kind": kind, "value": held[name], "errors": said.pop(name, []), **more}

    tags = dict.fromkeys([*LANGUAGES, *([held["language"]] if held["language"] else [])])
    languages = [("", "—"), *((tag, language_name(tag)) for tag in tags)]
    standing = [("", "—"), *TextStanding.choices]
    meaning = AGREEMENT.definitions["versions.standing.authentic"]
    fields = [
        field("language", "select", options=languages, required=True),
        field("standing", "select", options=standing, help=meaning),
        field("title", "text", lang=held["language"]),
        field("text", "textarea", size=24, required=True, help=_("One paragraph a line, as it is to be signed.")),
    ]
    context = {
        "title": link(agreement),
        "url": url_of(agreement),
        "fields": fields,
        "wrong": [text for texts in said.values() for text in texts],
    }
    return render(request, "agreements/text.html", context, status=status)
