"""The form of a new or an existing record, for who keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces import forms
from guildbook.faces.details import url_of
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import Document, DocumentError, Fault, document, read_document
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key, resembling
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType
from guildbook.kit.rules import may_enter, may_keep
from guildbook.kit.texts import pick
from guildbook.reviews.actions import Proposed, keep_or_propose
from guildbook.reviews.queries import base_document, held_document, own_organisations, proposals_about, record_of
from guildbook.reviews.views.settling import Work, settle_page
from guildbook.reviews.views.sources import new_source_fields, with_new_source


@dataclass(frozen=True)
class Sent:
    """What a form was sent with: the document it started from, what it makes of it, and why."""

    base: Document
    data: Document
    why: str


def write_allowed(request: HttpRequest, record_type: RecordType, key: str) -> HttpResponse | None:
    """None where the actor may keep the record, or enter a new one; whoever is not signed in is asked to.

    Raises Http404 for a record they may not see, PermissionDenied for one they may not keep.
    """
    actor = actor_of(request)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    record = record_or_404(record_type, actor, key) if key else None
    if not (may_enter(actor, record_type) if record is None else may_keep(actor, record_type, record)):
        raise PermissionDenied(str(NOT_YOURS))
    return None


def edit(record_type: RecordType, request: HttpRequest, key: str = "") -> HttpResponse:
    """The form of a new or an existing record; what is wrong is said beside its field, and nothing typed is lost."""
    if (refused := write_allowed(request, record_type, key)) is not None:
        return refused
    actor = actor_of(request)
    record = record_or_404(record_type, actor, key) if key else None
    if request.method != "POST":
        given = {**_own(actor, record_type), **request.GET.dict()} if record is None else {}
        return form_page(request, record_type, forms.empty_form(record_type, record, given, actor), key)
    posted = request.POST.dict()
    if "_add" in posted or "_remove" in posted:
        return reshaped_page(request, record_type, posted, key)
    try:
        with transaction.atomic():
            return _saved(request, record_type, record, posted)
    except DocumentError as error:
        form = forms.posted_form(record_type, posted, error.faults, key, actor)
        return form_page(request, record_type, form, key, posted, 422)


def reshaped_page(
    request: HttpRequest, record_type: RecordType, posted: Mapping[str, str], key: str, proposal: int = 0
) -> HttpResponse:
    """The form as it was sent, with a row or a language more, or a row less; nothing is kept yet."""
    made = forms.reshaped(posted)
    form = forms.posted_form(record_type, made, (), key, actor_of(request))
    return form_page(request, record_type, form, key, made, proposal=proposal)


def form_page(
    request: HttpRequest,
    record_type: RecordType,
    form: forms.RecordForm,
    key: str,
    posted: Mapping[str, str] | None = None,
    status: int = 200,
    *,
    proposal: int = 0,
) -> HttpResponse:
    """The page of a form; `proposal` where it is a proposal's."""
    actor, sent = actor_of(request), posted or {}
    context = {
        "record_type": record_type,
        "form": form,
        "key": key,
        "fields": [f for f in form.fields if f["name"] != "key" or actor.is_staff],
        "why": sent.get("why", ""),
        "new_source": new_source_fields(sent),
        "proposal": proposal,
        "tongues": forms.offered_languages(),
        "waiting": list(proposals_about(actor, record_type.name, key)) if key and not proposal else [],
    }
    return render(request, "records/form.html", context, status=status)


def _own(actor: Actor, record_type: RecordType) -> dict[str, str]:
    """What a new record of somebody who keeps an organisation starts with: a draft that their organisation keeps."""
    own = own_organisations(actor)
    if actor.is_staff or not own:
        return {}
    draft = {"status": Status.DRAFT.value}
    return draft | dict.fromkeys(
        (name for name in record_type.keepers if name in ("steward", "organisation")), own[0].key
    )


def read_sent(record_type: RecordType, actor: Actor, posted: Mapping[str, str], record: Any) -> Sent:
    """What a form was sent with; columns and parts that forms do not offer are as they were when it was opened."""
    version = posted.get("version", "")
    base: Document = {}
    if record is not None and version.isdecimal() and len(version) < 10:
        base = base_document(record_type, record, int(version))
    held = forms.unoffered(record_type, base or held_document(record_type, record))
    data = {**held, **forms.read_posted(record_type, posted)}
    data = with_new_source(actor, data, posted)
    return Sent(base, data, posted.get("why", "").strip()[:300])


def _saved(request: HttpRequest, record_type: RecordType, record: Any, posted: Mapping[str, str]) -> HttpResponse:
    """Keep or propose what was sent, or show what somebody else changed meanwhile; raises DocumentError."""
    actor = actor_of(request)
    sent = read_sent(record_type, actor, posted, record)
    data = {**sent.data, "key": record.key if record is not None else _key(actor, record_type, sent.data)}
    find = partial(find_as, actor)
    if record is None or str(record.version) == posted.get("version"):
        draft = read_document(record_type, data, record, find)
        return answer_to(request, keep_or_propose(actor, record_type, draft, sent.why), new=record is None)
    mine = document(record_type, read_document(record_type, data, record_of(record_type, record.key), find))
    if not sent.base:
        messages.warning(request, _("It cannot be told from which state of the record you started."))
    work = Work(sent.base, mine, sent.why, record.version)
    return settle_page(request, record_type, record.key, work, status=422)


def _key(actor: Actor, record_type: RecordType, data: Document) -> str:
    """The key of a new record: staff may choose one, the book makes all others itself."""
    typed = str(data.get("key", ""))
    if actor.is_staff and typed:
        if record_of(record_type, typed) is not None:
            raise DocumentError([Fault("key", _("this key is taken"))])
        return typed
    called = data.get("names") or data.get("title") or ""
    if isinstance(called, list):
        called = called[0].get("text", "") if called else ""
    return fresh_key(record_type, pick(called).text if isinstance(called, dict) else str(called))


def answer_to(request: HttpRequest, done: Any, *, new: bool = False, words: str = "") -> HttpResponse:
    """Where somebody goes after saving, and what they are told: `words` where it was kept, or that it was."""
    if isinstance(done, Proposed):
        said = _("Sent to %(name)s for approval; until then the book shows what it showed.")
        messages.success(request, said % {"name": str(done.proposal.alliance)})
        return redirect(f"/reviews/{done.proposal.pk}")
    kept = done.record
    messages.success(request, words or _("Kept: %(name)s") % {"name": str(kept)})
    for other in resembling(kept) if new else ():
        said = _("“%(name)s” (%(key)s) has a similar name. If it is the same, merge the two under Duplicates.")
        messages.warning(request, said % {"name": other.name, "key": other.key})
    return redirect(url_of(kept))
