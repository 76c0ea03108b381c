"""What an actor may read of rounds; every read for a person starts here."""

from guildbook.rounds.queries.audience import audience_of
from guildbook.rounds.queries.sheets import Paper, Sheet, paper_of, sheet_of, sheets_of
from guildbook.rounds.queries.things import Thing, things_of
from guildbook.rounds.queries.visible import (
    returns_by,
    returns_in,
    rounds_of,
    submission_of,
    submissions_for,
    visible_returns,
    visible_rounds,
)

__all__ = [
    "Paper",
    "Sheet",
    "Thing",
    "audience_of",
    "paper_of",
    "returns_by",
    "returns_in",
    "rounds_of",
    "sheet_of",
    "sheets_of",
    "submission_of",
    "submissions_for",
    "things_of",
    "visible_returns",
    "visible_rounds",
]
