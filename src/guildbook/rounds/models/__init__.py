"""Rounds, their questions, the answers members give, and returns: the figures approved of them."""

from guildbook.rounds.models.collection_round import Rates, Round, RoundState
from guildbook.rounds.models.entry import GIVEN, Answer, Entry, Remark
from guildbook.rounds.models.member_return import Capacity, Return, ReturnAnswer, ReturnState
from guildbook.rounds.models.question import (
    NUMERIC,
    About,
    Audience,
    Check,
    CheckRelation,
    Need,
    Option,
    Question,
    QuestionKind,
    Weight,
)
from guildbook.rounds.models.submission import (
    RECEIVED,
    WITH_MEMBER,
    Step,
    StepKind,
    Submission,
    SubmissionState,
)

__all__ = [
    "GIVEN",
    "NUMERIC",
    "RECEIVED",
    "WITH_MEMBER",
    "About",
    "Answer",
    "Audience",
    "Capacity",
    "Check",
    "CheckRelation",
    "Entry",
    "Need",
    "Option",
    "Question",
    "QuestionKind",
    "Rates",
    "Remark",
    "Return",
    "ReturnAnswer",
    "ReturnState",
    "Round",
    "RoundState",
    "Step",
    "StepKind",
    "Submission",
    "SubmissionState",
    "Weight",
]
