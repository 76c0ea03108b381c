"""The page of an agreement: who signed what, when, and what it gave rise to."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.agreements.models import AgreementParty, AgreementVersion
from guildbook.agreements.records import AGREEMENT
from guildbook.faces.details import cell, language_name, link
from guildbook.faces.tables import filled, head
from guildbook.faces.views import own_context
from guildbook.kit.format import date_text
from guildbook.kit.record_types import Column

# Longer texts are shown without marking what changed: comparing them takes too long for a page.
MOST_COMPARED = 60_000


def agreement_page(request: HttpRequest, key: str) -> HttpResponse:
    """An agreement with its parties and versions."""
    context = own_context(AGREEMENT, request, key)
    context["parties"] = parties(context["rows"]["parties"])
    context["versions"] = versions(context["rows"]["versions"])
    return render(request, "agreements/agreement.html", context)


def parties(rows: Sequence[AgreementParty]) -> dict[str, Any] | None:
    """The parties, where they are, and where each signature stands."""
    heads = [head(_("party")), head(_("place")), head(_("signing")), head(_("signed"), "d")]
    cells = [
        [
            link(party.organisation),
            link(party.organisation.place) if party.organisation.place else "",
            cell(party, Column("signing")),
            date_text(party.signed),
        ]
        for party in rows
    ]
    return filled(heads, cells) if cells else None


def versions(rows: Sequence[AgreementVersion]) -> list[dict[str, Any]]:
    """The versions, each with what changed since the one before it in the same language."""
    before: dict[str, AgreementVersion] = {}
    made = []
    for version in rows:
        earlier = before.get(version.language)
        made.append(
            {
                "number": version.number,
                "lang": version.language,
                "language": language_name(version.language),
                "signed": date_text(version.signed),
                "hash": version.content_hash,
                "text": version.text,
                "changes": changed(earlier.text, version.text) if earlier else [],
            }
        )
        before[version.language] = version
    return made


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The later text as runs of (kept, added or removed, words); empty where nothing changed or texts are too long."""
    if before == after or len(before) + len(after) > MOST_COMPARED:
        return []
    old, new = before.split(" "), after.split(" ")
    runs: list[tuple[str, str]] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(("kept", " ".join(new[new_from:new_to])))
            continue
        if old_to > old_from:
            runs.append(("removed", " ".join(old[old_from:old_to])))
        if new_to > new_from:
            runs.append(("added", " ".join(new[new_from:new_to])))
    return runs
