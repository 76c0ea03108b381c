"""Alliances within alliances, worked out for figures whenever a membership of one is kept."""

from datetime import date

from guildbook.alliances.models import Alliance, Membership, Within
from guildbook.alliances.models.membership import MembershipState
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType

Term = tuple[date | None, date | None]
Tie = tuple[int, int, date | None, date | None]


def after_membership(record_type: RecordType, draft: Draft) -> None:
    """Work the nesting out anew when an alliance, or a membership of one, was kept."""
    record = draft.record
    if record_type.model is Alliance or (isinstance(record, Membership) and record.organisation.kind == "alliance"):
        work_out_nesting()


def work_out_nesting() -> None:
    """Enter which alliance lies within which, and when: a path counts for as long as all its memberships run."""
    wanted = set(_ties())
    held = {(row.below_id, row.above_id, row.since_day, row.until_day): row.pk for row in Within.objects.all()}
    Within.objects.filter(pk__in=[pk for tie, pk in held.items() if tie not in wanted]).delete()
    new = [Within(below_id=a, above_id=b, since_day=c, until_day=d) for a, b, c, d in wanted - set(held)]
    Within.objects.bulk_create(new)


def _ties() -> list[Tie]:
    ties: list[Tie] = [(pk, pk, None, None) for pk in Alliance.objects.order_by().values_list("pk", flat=True)]
    steps: dict[int, list[tuple[int, Term]]] = {}
    held = Membership.objects.filter(
        organisation__kind="alliance",
        status=Status.PUBLISHED,
        state__in=(MembershipState.ADMITTED, MembershipState.ENDED),
    )
    for below, above, since, until in held.order_by().values_list("organisation", "alliance", "since_day", "until_day"):
        steps.setdefault(below, []).append((above, (since, until)))
    for start in steps:
        ties.extend((start, above, *term) for above, term in _upward(start, steps))
    return ties


def _upward(start: int, steps: dict[int, list[tuple[int, Term]]]) -> list[tuple[int, Term]]:
    """Every alliance above one, with the term for which the whole way there runs; no way passes a place twice."""
    found: list[tuple[int, Term]] = []
    ways: list[tuple[int, Term, frozenset[int]]] = [(start, (None, None), frozenset({start}))]
    while ways:
        here, term, passed = ways.pop()
        for above, other in steps.get(here, ()):
            both = _both(term, other)
            if above not in passed and both is not None:
                found.append((above, both))
                ways.append((above, both, passed | {above}))
    return found


def _both(one: Term, other: Term) -> Term | None:
    """The time two terms share; None where they share none."""
    begins = [day for day in (one[0], other[0]) if day]
    ends = [day for day in (one[1], other[1]) if day]
    since, until = max(begins, default=None), min(ends, default=None)
    return None if since and until and until < since else (since, until)
