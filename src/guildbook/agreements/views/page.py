"""The page of an agreement: where it stands, who signed what, its texts and their seals, and what it gave rise to."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import asdict, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement, AgreementParty, AgreementVersion
from guildbook.agreements.models.agreement import AgreementState, SigningState
from guildbook.agreements.queries import gave_rise_to
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import BINDING, is_broken, may_keep_agreement, open_parties, state_on
from guildbook.agreements.views.comparing import name
from guildbook.agreements.views.offered import steps_for
from guildbook.faces.details import cell, language_name, link, summary
from guildbook.faces.tables import filled, head
from guildbook.faces.views import own_context
from guildbook.files.panels import url_of as file_url
from guildbook.files.queries import attachments_of
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import Fault
from guildbook.kit.format import date_text, number_text
from guildbook.kit.record_types import Column

WRITABLE = (AgreementState.DRAFT, AgreementState.CIRCULATED)
# The way an agreement goes, and the ways it may end.
WAY = (
    AgreementState.DRAFT,
    AgreementState.CIRCULATED,
    AgreementState.SIGNED,
    AgreementState.IN_FORCE,
    AgreementState.EXPIRING,
)
ENDS = (AgreementState.RENEWED, AgreementState.AMENDED, AgreementState.ENDED)


def agreement_page(request: HttpRequest, key: str) -> HttpResponse:
    """An agreement with its parties and versions."""
    return show_agreement(request, key)


def show_agreement(request: HttpRequest, key: str, step: str = "", faults: Sequence[Fault] = ()) -> HttpResponse:
    """The page; after a step that could not be taken, with its form open, what was typed in it and what is wrong."""
    actor = actor_of(request)
    context = own_context(AGREEMENT, request, key)
    agreement: Agreement = context["record"]
    rows = context["rows"]
    offered = steps_for(actor, agreement)
    # Where one step is the one to take, its form is there at once.
    step = step or next((one.name for one in offered if one.main), "")
    now = copy(agreement)
    now.state = state_on(agreement, timezone.localdate())
    context |= {
        "detail": replace(context["detail"], summary=summary(AGREEMENT, now)),
        "stages": stages(AgreementState(now.state)),
        "parties": parties(actor, agreement, rows["parties"]),
        "waiting": waiting(agreement, rows["parties"]),
        "versions": versions(rows["versions"]),
        "comparable": sum(bool(version.text) for version in rows["versions"]) > 1 or _follows_texts(agreement),
        "may_write": agreement.state in WRITABLE and may_keep_agreement(actor, agreement),
        "products": products(actor, agreement) if now.state in (*BINDING, AgreementState.ENDED) else [],
        "steps": [_offered(one, step, faults, request) for one in map(asdict, offered)],
        "faults": [fault.message for fault in faults],
    }
    return render(request, "agreements/agreement.html", context, status=422 if faults else 200)


def _follows_texts(agreement: Agreement) -> bool:
    return bool(agreement.renews_id or agreement.amends_id) and agreement.versions.exclude(text="").exists()


def _offered(step: dict[str, Any], taken: str, faults: Sequence[Fault], request: HttpRequest) -> dict[str, Any]:
    """A step for the template; the one just tried keeps what was typed, with what is wrong beside its fields."""
    if step["name"] != taken or not faults:
        return {**step, "open": step["name"] == taken}
    fields = []
    for field in step["fields"]:
        said = [fault.message for fault in faults if fault.where == field["name"]]
        kept = {} if field["kind"] in ("file", "hidden") else {"value": request.POST.get(field["name"], "")}
        fields.append({**field, **kept, "errors": said})
    return {**step, "fields": fields, "open": True}


def stages(now: AgreementState) -> list[dict[str, Any]]:
    """The states an agreement goes through, each with its definition, and which of them is now."""
    shown = []
    reached = WAY.index(now) if now in WAY else len(WAY)
    for place, state in enumerate((*WAY, *ENDS)):
        meaning = str(AGREEMENT.definitions[f"state.{state}"])
        past = place < min(reached, len(WAY)) and not (now in ENDS and state == AgreementState.EXPIRING)
        shown.append({"label": str(state.label), "text": meaning, "current": state == now, "past": past})
    return shown


def parties(actor: Actor, agreement: Agreement, rows: Sequence[AgreementParty]) -> dict[str, Any] | None:
    """The parties, where they are, where each signature stands, who gave it how, and its scan."""
    scans = {one.part: one for one in attachments_of(actor, "agreement", agreement.key) if one.part}
    heads = [
        head(_("party")),
        head(_("place")),
        head(_("signing")),
        head(_("signed"), "d"),
        head(_("signed by")),
        head(_("way of signing")),
        head(_("scan")),
    ]
    cells = []
    for party in rows:
        scan = scans.get(f"party:{party.organisation.key}")
        place = party.organisation.place
        cells.append(
            [
                link(party.organisation),
                link(place) if place else "",
                cell(party, Column("signing")),
                date_text(party.signed),
                cell(party, Column("role")),
                cell(party, Column("method")),
                {"text": scan.name, "url": file_url(scan)} if scan else "",
            ]
        )
    return filled(heads, cells) if cells else None


def waiting(agreement: Agreement, rows: Iterable[AgreementParty]) -> list[Any]:
    """The parties a circulated agreement waits for."""
    if agreement.state != AgreementState.CIRCULATED:
        return []
    return [
        {"party": link(party.organisation), "approved": party.signing == SigningState.APPROVED}
        for party in open_parties(rows)
    ]


def versions(rows: Sequence[AgreementVersion]) -> list[dict[str, Any]]:
    """The texts, newest first, each with its standing, its days, and whether its seal still fits it."""
    earlier = {(version.number, version.language) for version in rows if version.text}
    last = max((version.number for version in rows), default=0)
    made = []
    for version in sorted(rows, key=lambda one: -one.number):
        numbers = [number for number, language in earlier if language == version.language and number < version.number]
        made.append(
            {
                "number": number_text(version.number),
                "lang": version.language,
                "language": language_name(version.language),
                "standing": cell(version, Column("standing")),
                "title": version.title,
                "circulated": date_text(version.circulated),
                "signed": date_text(version.signed),
                "hash": version.content_hash,
                "broken": is_broken(version),
                "text": version.text,
                "newest": version.number == last,
                "name": name(version),
                "before": f"{max(numbers)}-{version.language}" if numbers else "",
            }
        )
    return made


def products(actor: Actor, agreement: Agreement) -> list[dict[str, str]]:
    """What the agreement gave rise to, by kind of record, with how many."""
    return [{"label": kind.label_plural, "count": number_text(n)} for kind, n in gave_rise_to(actor, agreement)]
