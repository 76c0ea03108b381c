"""My desk: what there is to do, what one keeps, what waits, and what colleagues changed."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.faces.details import changes, link
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.format import day_text, number_text
from guildbook.kit.models import Change, Status
from guildbook.kit.record_types import RecordType, by_name, record_types
from guildbook.kit.rules import kept_by, may_enter
from guildbook.kit.texts import pick
from guildbook.reviews.actions import label_of
from guildbook.reviews.models import State
from guildbook.reviews.queries import changes_by_others, own_organisations, proposed_by, waiting_for
from guildbook.reviews.registry import Todo, beginning_of, todos_of
from guildbook.reviews.views.proposals import row

# Records of a kind shown at once, and those that open below them.
MOST_OF_A_KIND = 6
MOST_OPENED = 200
MOST_DRAFTS = 30
MOST_CHANGES = 12


def desk(request: HttpRequest) -> HttpResponse:
    """The page a member's staff begin their day with."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    organisations = own_organisations(actor)
    kinds = [_kind(actor, kind) for kind in record_types() if kind.keepers and actor.keeps]
    context = {
        "organisations": [link(one) for one in organisations],
        "todos": [_todo(each) for each in todos_of(actor)],
        "drafts": [cell for kind in kinds for cell in kind["drafts"]][:MOST_DRAFTS],
        "kinds": [kind for kind in kinds if kind["count"] or kind["new"]],
        "proposals": [row(each) for each in proposed_by(actor)],
        "changes": _by_others(actor, [one.key for one in organisations]),
        "keeps": bool(actor.keeps),
    }
    return render(request, "reviews/desk.html", context)


def own_todos(actor: Actor) -> list[Todo]:
    """What reviews ask of an actor: to put right what was sent back, to decide on what waits."""
    found = []
    if not actor.is_staff and actor.serves and (count := waiting_for(actor).count()):
        said = ngettext("%(n)s change waits for your approval", "%(n)s changes wait for your approval", count)
        found.append(Todo(said % {"n": number_text(count)}, "/reviews/"))
    for proposal in proposed_by(actor).filter(state=State.RETURNED):
        name = pick(label_of(proposal)).text
        found.append(Todo(_("Put right and send again: %(name)s") % {"name": name}, f"/reviews/{proposal.pk}"))
    return found


def _kind(actor: Actor, kind: RecordType) -> dict[str, Any]:
    """What the actor keeps of a kind: how many, the newest, the drafts, and the address of a new one."""
    kept = kept_by(actor, kind.model)
    held = kind.visible(actor).filter(kept) if kept is not None else kind.visible(actor).none()
    published = held.exclude(status=Status.DRAFT)
    count = published.count()
    shown = [link(record) for record in published.order_by("-pk")[:MOST_OPENED]] if count else []
    drafts = held.filter(status=Status.DRAFT).order_by("-pk")[:MOST_DRAFTS]
    return {
        "label": kind.label_plural,
        "one": kind.label,
        "count": count,
        "said": number_text(count),
        "records": shown[:MOST_OF_A_KIND],
        "rest": shown[MOST_OF_A_KIND:],
        "drafts": [{**_cell(record), "kind": kind.label} for record in drafts],
        "new": beginning_of(kind) if may_enter(actor, kind) else "",
    }


def _cell(record: Any) -> dict[str, Any]:
    cell = link(record)
    return cell if isinstance(cell, dict) else {"text": cell}


def _todo(todo: Todo) -> dict[str, Any]:
    late = todo.due is not None and todo.due < timezone.localdate()
    return {"text": todo.text, "url": todo.url, "due": day_text(todo.due), "late": late}


def _by_others(actor: Actor, bodies: list[str]) -> list[dict[str, Any]]:
    """What colleagues changed lately, each with the record where the actor still sees it."""
    found = changes_by_others(actor, bodies, MOST_CHANGES)
    entries = changes(actor, found, lambda change: True)
    return [{**entry, **_record(actor, change)} for change, entry in zip(found, entries, strict=True)]


def _record(actor: Actor, change: Change) -> dict[str, Any]:
    kind = by_name(change.record_type)
    record = kind.visible(actor).filter(key=change.record_key).first() if kind is not None else None
    if kind is None or record is None:
        return {"record": change.record_key, "url": ""}
    return {"record": link(record), "url": f"/{kind.plural}/{change.record_key}/history"}
