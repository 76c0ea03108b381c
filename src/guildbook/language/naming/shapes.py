"""What a name may turn out to be."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

# The score from which a candidate may be taken without asking a person.
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name that may be the same as one that was asked for.

    The score is the estimated probability, 0 to 1, that both name one organisation; a `sure` one may be taken without
    asking. Reasons are machine words: "same", "words" (translated), "pinyin" (sounds the same, in whatever script),
    "letters" (spelt alike), "initials", "meaning".
    """

    name: str
    key: Hashable
    score: float
    reasons: tuple[str, ...]
    sure: bool
