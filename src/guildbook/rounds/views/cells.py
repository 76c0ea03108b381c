"""One organisation's sheet as the answering page and the desk show it: sections of cells, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from guildbook.kit.texts import Text, current_tag, pick
from guildbook.rounds.actions import Typed
from guildbook.rounds.checks import Cell, Finding
from guildbook.rounds.forms.shown import answer_text, before_text, modes_of, options_of, typed, unit_of
from guildbook.rounds.models import NUMERIC, Answer, Need, Remark
from guildbook.rounds.queries import Sheet
from guildbook.rounds.queries.things import Thing

Shown = dict[str, Any]


def sections(
    sheet: Sheet, remarks: Iterable[Remark] = (), conflicts: Mapping[Cell, Typed] | None = None
) -> list[Shown]:
    """The cells by thing: the organisation itself first, then each unit and programme."""
    said: dict[Cell, list[Shown]] = {}
    for remark in remarks:
        cell = Cell(remark.question, remark.subject_type, remark.subject_key)
        said.setdefault(cell, []).append({"text": remark.text, "who": remark.who, "at": remark.at})
    things = {thing[:2]: thing for thing in sheet.things}
    made: dict[tuple[str, str], Shown] = {}
    for cell in sheet.asked.cells:
        thing = things.get(cell[1:])
        section = made.setdefault(cell[1:], {**_heading(thing), "cells": []})
        section["cells"].append(shown(sheet, cell, said.get(cell, []), (conflicts or {}).get(cell)))
    return list(made.values())


def _heading(thing: Thing | None) -> Shown:
    if thing is None:
        return {"id": "own", "title": ""}
    return {"id": f"{thing.kind}-{thing.key}", "title": marked(pick(thing.label)), "url": f"/{thing.kind}s/{thing.key}"}


def marked(text: Text) -> Shown:
    """A text with its language where that is not the interface's."""
    return {"text": text.text, "lang": text.language if text.text and text.language != current_tag() else ""}


def shown(sheet: Sheet, cell: Cell, remarks: list[Shown] | None = None, conflict: Typed | None = None) -> Shown:
    """One cell: its question, its standing answer as its reader would type it, and all that is to be said of it."""
    question = next(one for one in sheet.paper.questions if one.code == cell.question)
    given = sheet.asked.given.get(cell)
    options = options_of(question, sheet.paper.options)
    mode = given.answer if given and given.answer in (Answer.NONE, Answer.NOT_KNOWN) else Answer.VALUE
    value = typed(question, given)
    meanwhile = ""
    if conflict is not None:
        meanwhile = answer_text(question, sheet.paper.options, given) or _("emptied")
        mode, value = conflict.answer, conflict.text
    return {
        "name": cell.name,
        "id": cell.name.replace(".", "-"),
        "label": marked(pick(question.text)),
        "help": marked(pick(question.help)),
        "kind": question.kind,
        "numeric": question.kind in NUMERIC,
        "unit": unit_of(question),
        "modes": modes_of(question),
        "needed": question.need == Need.NEEDED,
        "options": options,
        "mode": mode,
        "value": value,
        "explanation": (conflict.explanation if conflict else None) or (given.explanation if given else ""),
        "seen": given.entry if given else 0,
        "before": before_text(question, sheet.paper.options, sheet.asked.before.get(cell)),
        "findings": [finding_shown(one) for one in sheet.found if one.cell == cell],
        "remarks": remarks or [],
        "meanwhile": meanwhile,
        "said": answer_text(question, sheet.paper.options, given),
        "answered": given is not None and given.answer not in (Answer.EMPTIED, Answer.UNREADABLE),
    }


def finding_shown(finding: Finding) -> Shown:
    """A finding for a template."""
    return {"weight": finding.weight, "message": finding.message, "explained": finding.explained}
