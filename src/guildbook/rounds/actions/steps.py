"""Steps of submissions, entered for one or for thousands."""

from collections.abc import Iterable

from guildbook.kit.actors import Actor
from guildbook.rounds.models import Step, StepKind, Submission

BATCH = 1000


def add_steps(actor: Actor, submissions: Iterable[Submission], kind: StepKind, why: str = "") -> None:
    """Enter the same step for each of these submissions."""
    Step.objects.bulk_create(
        [Step(submission=one, kind=kind, who=actor.name, user_id=actor.user, why=why[:300]) for one in submissions],
        batch_size=BATCH,
    )
