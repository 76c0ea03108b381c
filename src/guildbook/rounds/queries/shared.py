"""Shared things: what other partners answered about the same unit or programme in the same round."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.rounds.checks import number_of
from guildbook.rounds.models import Answer, Entry
from guildbook.rounds.queries.sheets import Sheet


def disagreements(sheet: Sheet) -> dict[str, str]:
    """Cells by name whose number differs from another partner's, and what that partner answered; one query."""
    cells = {cell: number_of(sheet.asked.given.get(cell)) for cell in sheet.asked.cells if cell.subject_key}
    if not cells:
        return {}
    things = Q()
    for kind, key in {(cell.subject_type, cell.subject_key) for cell in cells}:
        things |= Q(subject_type=kind, subject_key=key)
    others = Entry.objects.filter(
        things, submission__round=sheet.submission.round_id, current=True, answer__in=(Answer.VALUE, Answer.NONE)
    ).exclude(submission=sheet.submission.pk)
    columns = ("question", "subject_type", "subject_key", "answer", "value", "submission__organisation__labels")
    said: dict[str, list[str]] = {}
    by_place = {tuple(cell): (cell.name, own) for cell, own in cells.items()}
    for question, kind, key, answer, value, labels in others.order_by("pk").values_list(*columns):
        name, own = by_place.get((question, kind, key), ("", None))
        number = _number(answer, value)
        if name and own is not None and number is not None and number != own:
            words = _("%(name)s says %(n)s.") % {"name": pick(labels).text, "n": number_text(number)}
            said.setdefault(name, []).append(words)
    return {name: " ".join(words) for name, words in said.items()}


def _number(answer: str, value: str) -> Decimal | None:
    try:
        return Decimal(0) if answer == Answer.NONE else Decimal(value)
    except ArithmeticError:
        return None
