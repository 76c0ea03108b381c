"""What rounds ask a person to do: answer for their organisations, look at what came in for their alliances."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.kit.actors import Actor
from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.reviews.registry import Todo
from guildbook.rounds.models import WITH_MEMBER, Round, RoundState, Submission, SubmissionState


def todos(actor: Actor) -> list[Todo]:
    """What an actor has to do in rounds; two queries."""
    return [*_to_answer(actor), *_to_approve(actor)] if actor.keeps else []


def _to_answer(actor: Actor) -> list[Todo]:
    found = Submission.objects.filter(organisation__in=actor.keeps, state__in=WITH_MEMBER).filter(
        Q(round__state=RoundState.OPEN) | Q(round__state=RoundState.CLOSED, state=SubmissionState.SENT_BACK)
    )
    made = []
    for each in found.select_related("round", "organisation").order_by("due", "pk"):
        said = {
            "member": pick(each.organisation.labels).text,
            "round": pick(each.round.title).text,
            "n": number_text(each.answered),
            "of": number_text(each.asked),
        }
        words = _("Answer “%(round)s” for %(member)s: %(n)s of %(of)s answered.")
        if each.state == SubmissionState.SENT_BACK:
            words = _("“%(round)s” came back with remarks for %(member)s.")
        made.append(Todo(words % said, f"/rounds/{each.round.key}/answer/{each.organisation.key}", each.due))
    return made


def _to_approve(actor: Actor) -> list[Todo]:
    waiting = Count("submissions", filter=Q(submissions__state=SubmissionState.SUBMITTED))
    found = Round.objects.filter(alliance__in=actor.serves).annotate(waiting=waiting).filter(waiting__gt=0)
    return [
        Todo(
            ngettext(
                "%(n)s organisation handed in “%(round)s” and waits for approval.",
                "%(n)s organisations handed in “%(round)s” and wait for approval.",
                held.waiting,
            )
            % {"n": number_text(held.waiting), "round": pick(held.title).text},
            f"/rounds/{held.key}/desk?state={SubmissionState.SUBMITTED}",
        )
        for held in found.order_by("deadline_day", "key")
    ]
