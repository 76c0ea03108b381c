"""Letters as staff see them: what waits, what failed and why."""

from datetime import timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from guildbook.kit.actors import Actor
from guildbook.notices.models import Letter, LetterState

OPEN = (LetterState.WAITING, LetterState.FAILED)
# A process that sends looks every few seconds.
PATIENCE = timedelta(minutes=15)


def letters(actor: Actor, state: str = "") -> QuerySet[Letter]:
    """Letters, newest first; to staff of the book only: they hold addresses."""
    if not actor.is_staff:
        return Letter.objects.none()
    return Letter.objects.filter(state=state) if state else Letter.objects.all()


def letters_counted(actor: Actor) -> dict[str, int]:
    """How many letters stand in each state."""
    counted = letters(actor).order_by().values_list("state").annotate(Count("pk"))
    return dict(counted)


def held_up(actor: Actor) -> int:
    """How many letters should have left some time ago: then no process sends them."""
    return letters(actor).filter(state__in=OPEN, next_try__lt=timezone.now() - PATIENCE).count()


def letter_of(actor: Actor, pk: int) -> Letter | None:
    """One letter, for staff."""
    return letters(actor).filter(pk=pk).first()
