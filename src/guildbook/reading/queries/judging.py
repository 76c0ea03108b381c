"""Judging: whether a figure agrees with what the book holds of the same thing; if not, by how much or why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.utils.translation import gettext as _

from guildbook.figures.queries import Claim
from guildbook.figures.verdicts import Period, apart, compare, hedged, period_of
from guildbook.kit.format import date_text, number_text
from guildbook.language import ReadFigure
from guildbook.reading.queries.candidates import Candidate

VerdictKey = Literal["agrees", "differs", "unknown"]
Recount = Callable[[Candidate, Period], Decimal | None]
# Happenings are over: what is on record of them can be whole. A place or an alliance always has more than we know.
CLOSED = ("event", "agreement")


@dataclass(frozen=True)
class Answer:
    """The verdict on one figure: the book's value, who says so, by how much it differs, and why in words."""

    verdict: VerdictKey
    reason: str = ""
    url: str | None = None
    book_value: Decimal | None = None
    book_qualifier: str = "exactly"
    difference: Decimal | None = None
    claim: Claim | None = None
    mark: str = ""
    # The book's own figure as text, where it could not be compared.
    nearest: str = ""

    @property
    def figure_url(self) -> str | None:
        """The book's figure, where the book has one: a question it cannot answer yet is none."""
        return self.url if self.verdict != "unknown" or self.mark not in ("", "none") else None


def unknown(reason: str, candidate: Candidate | None = None) -> Answer:
    """The book does not know, or cannot compare; `candidate` is the figure that comes nearest."""
    if candidate is None:
        return Answer("unknown", reason)
    said = candidate.figure.text if candidate.figure is not None else ""
    return Answer("unknown", reason, candidate.url, mark=candidate.mark, nearest=said)


def judge(figure: ReadFigure, candidate: Candidate, recount: Recount) -> Answer:
    """Compare a figure with its line: published claims of its date first, then returns, then the records."""
    own = period_of(figure.date or "")
    said = candidate.said
    near = [claim for claim in said if _comparable(own, claim.period)]
    if near:
        return _against_claims(figure, candidate, near, own)
    if (reported := _returned(candidate, own)) is not None:
        verdict = compare(figure.value, figure.qualifier, reported, "exactly")
        key: VerdictKey = "agrees" if verdict.key == "agrees" else "differs"
        return _answer(
            key, candidate, reported, "exactly", verdict.difference, verdict.note or _("reported by members")
        )
    if said:
        return unknown(_of_another_date(said[0]), candidate)
    return _against_records(figure, candidate, own, recount)


def _nothing() -> str:
    return _("nothing on record yet")


def nothing_known(answer: Answer) -> bool:
    """Whether the book can count such things but has none."""
    return answer.verdict == "unknown" and answer.reason == _nothing()


def _comparable(own: Period, theirs: Period) -> bool:
    """Figures compare unless both are dated and the dates are apart; an undated text speaks of the latest."""
    return not (own.dated and theirs.dated and apart(own, theirs))


def _against_claims(figure: ReadFigure, candidate: Candidate, near: list[Claim], own: Period) -> Answer:
    if not own.dated:
        # The latest only: an older claim of another date must not bear out an undated figure.
        near = [claim for claim in near if not claim.period.dated or not apart(claim.period, near[0].period)]
    judged = [
        (claim, compare(figure.value, figure.qualifier, claim.value or Decimal(0), claim.qualifier)) for claim in near
    ]
    for claim, verdict in judged:
        if verdict.key == "agrees":
            others = [other for other, against in judged if against.key != "agrees"]
            note = verdict.note or (_("other sources differ: %(n)s") % {"n": _worded(others[0])} if others else "")
            return _answer("agrees", candidate, claim.value, claim.qualifier, None, note, claim)
    claim, verdict = judged[0]
    if own.dated and not claim.period.dated:
        return unknown(_("the book's figure bears no date: %(n)s") % {"n": _worded(claim)}, candidate)
    when = _("the book has %(n)s") % {"n": _worded(claim)}
    return _answer("differs", candidate, claim.value, claim.qualifier, verdict.difference, when, claim)


def _worded(claim: Claim) -> str:
    number = hedged(claim.value, claim.qualifier)
    date = date_text(claim.period.text)
    return _("%(number)s on %(date)s") % {"number": number, "date": date} if date else number


def _of_another_date(claim: Claim) -> str:
    return _("the book's figure is of another date: %(n)s") % {"n": _worded(claim)}


def _returned(candidate: Candidate, own: Period) -> Decimal | None:
    figure = candidate.figure
    if figure is None or not figure.returns or any(not _comparable(own, each.period) for each in figure.returns):
        return None
    return sum((each.value for each in figure.returns), Decimal(0))


def _against_records(figure: ReadFigure, candidate: Candidate, own: Period, recount: Recount) -> Answer:
    """Records can confirm, and contradict what is over; where more may have happened than is on record they cannot."""
    on_record = recount(candidate, own)
    if not on_record:
        return unknown(_nothing(), candidate)
    words = _("%(n)s on record") % {"n": number_text(on_record)}
    closed = candidate.line.subject[0] in CLOSED
    verdict = compare(figure.value, figure.qualifier, on_record, "exactly")
    if verdict.key == "agrees" and closed:
        return _answer("agrees", candidate, on_record, "exactly", None, verdict.note or words)
    if closed and figure.value < on_record:
        return _answer("differs", candidate, on_record, "exactly", verdict.difference, words)
    return unknown(_("%(words)s, perhaps not all") % {"words": words}, candidate)


def _answer(
    key: VerdictKey,
    candidate: Candidate,
    value: Decimal | None,
    qualifier: str,
    difference: Decimal | None,
    reason: str,
    claim: Claim | None = None,
) -> Answer:
    return Answer(key, reason, candidate.url, value, qualifier, difference, claim, candidate.mark)
