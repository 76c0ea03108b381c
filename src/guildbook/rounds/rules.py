"""Who may run a round, answer in it, and see what was answered."""

from guildbook.kit.actors import Actor
from guildbook.rounds.models import WITH_MEMBER, Round, RoundState, Submission, SubmissionState


def may_run(actor: Actor, held: Round) -> bool:
    """Whether the actor opens the round, sees its desk and approves: the alliance's secretariat, or staff."""
    return actor.is_staff or held.alliance_id in actor.serves


def may_answer_for(actor: Actor, organisation: int) -> bool:
    """Whether the actor answers for an organisation (by primary key)."""
    return actor.is_staff or organisation in actor.keeps


def may_submit_for(actor: Actor, organisation: int) -> bool:
    """Whether the actor hands an organisation's answers in: who leads it, or staff."""
    return actor.is_staff or organisation in actor.leads


def may_see_answers(actor: Actor, submission: Submission) -> bool:
    """Whether the actor sees what an organisation answered: its own people, the round's secretariat, staff."""
    return may_answer_for(actor, submission.organisation_id) or may_run(actor, submission.round)


def takes_answers(submission: Submission) -> bool:
    """Whether answers can be changed now: the round is open, or what was sent back came too late to be done by then."""
    if submission.state not in WITH_MEMBER:
        return False
    state = submission.round.state
    return state == RoundState.OPEN or (state == RoundState.CLOSED and submission.state == SubmissionState.SENT_BACK)
