"""Letters as staff see them: what waits, what failed and why."""

from django.db.models import Count, QuerySet

from guildbook.kit.actors import Actor
from guildbook.notices.models import Letter


def letters(actor: Actor, state: str = "") -> QuerySet[Letter]:
    """Letters, newest first; to staff of the book only: they hold addresses."""
    if not actor.is_staff:
        return Letter.objects.none()
    return Letter.objects.filter(state=state) if state else Letter.objects.all()


def letters_counted(actor: Actor) -> dict[str, int]:
    """How many letters stand in each state."""
    counted = letters(actor).order_by().values_list("state").annotate(Count("pk"))
    return dict(counted)


def letter_of(actor: Actor, pk: int) -> Letter | None:
    """One letter, for staff."""
    return letters(actor).filter(pk=pk).first()
