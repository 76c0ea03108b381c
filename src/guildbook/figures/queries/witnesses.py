"""Witnesses: what sources published and members reported of a figure, in one query each for many figures."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from guildbook.figures.queries.questions import Asked
from guildbook.figures.queries.visible import visible_claims
from guildbook.figures.verdicts import AGREES, Period, Verdict, period_of
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.texts import pick

MOST_LOOKED_UP = 150
Address = tuple[int, str, str]  # indicator, kind and key of the subject


class Claim(NamedTuple):
    """What a source says of a figure, and how it stands to the figure; a tuple, because a book holds many."""

    key: str
    value: Decimal | None
    qualifier: str
    basis: str
    counts: str
    quote: str
    paragraph: int | None
    start: int | None
    end: int | None
    as_of: str
    published: str
    source_key: str
    source_title: str
    language: str
    verdict: Verdict = AGREES

    @property
    def period(self) -> Period:
        """The days it speaks of: its own date, else its source's."""
        return period_of(self.as_of, self.published)

    @property
    def url(self) -> str:
        """The claim's own page."""
        return f"/claims/{self.key}"

    @property
    def source(self) -> str:
        """The source's title in the interface's language; stored as JSON and read only when somebody looks."""
        return pick(json.loads(self.source_title)).text or self.source_key

    @property
    def source_url(self) -> str:
        """The source's page, at the paragraph that makes the claim."""
        return f"/sources/{self.source_key}" + (f"#p{self.paragraph}" if self.paragraph else "")

    @property
    def locator(self) -> str:
        """Where in the source it stands, in words."""
        return _("paragraph %(n)s") % {"n": self.paragraph} if self.paragraph else ""


CLAIM_COLUMNS = (
    "indicator_id", "subject_type", "subject_key", "key", "value", "qualifier", "basis", "counts", "quote", "paragraph",
    "start", "end", "as_of", "source__published", "source__key", "title", "source__language",
)  # fmt: skip


def address(asked: Asked) -> Address:
    """Where the witnesses of a question are filed."""
    subject = asked.subject
    return (asked.indicator.pk, subject.kind if subject else "", subject.key if subject else "")


def _about(asked: Sequence[Asked]) -> Q:
    """Claims about the subjects of questions; where they are many, about all subjects of their kinds."""
    found = Q(indicator__in={each.indicator.pk for each in asked})
    kinds = {each.subject.kind if each.subject else "" for each in asked}
    keys = {each.subject.key if each.subject else "" for each in asked}
    found &= Q(subject_type__in=kinds)
    return found & Q(subject_key__in=keys) if len(keys) <= MOST_LOOKED_UP else found


def published_claims(actor: Actor) -> QuerySet[Any]:
    """Published claims from sources the actor may see; `title` is the source's title as stored."""
    claims = visible_claims(actor).filter(status=Status.PUBLISHED).annotate(title=Cast("source__title", TextField()))
    return claims if actor.is_staff else claims.exclude(source__status=Status.DRAFT)


def claims_about(actor: Actor, asked: Sequence[Asked]) -> dict[Address, list[Claim]]:
    """Claims about the questions' subjects, filed by indicator and subject; one query."""
    filed: dict[Address, list[Claim]] = defaultdict(list)
    rows = published_claims(actor).filter(_about(asked)).order_by().values_list(*CLAIM_COLUMNS)
    for row in rows:
        filed[row[:3]].append(Claim(*row[3:]))
    return filed


def by_then(claims: Sequence[Claim], at: dt.date | None) -> list[Claim]:
    """Claims that speak of a day up to `at`, newest first; undated ones are kept, last."""
    known = [claim for claim in claims if at is None or claim.period.last is None or claim.period.last <= at]
    return sorted(known, key=lambda claim: (-_ordinal(claim.period), claim.basis != "stated", claim.key))


def _ordinal(period: Period) -> int:
    return period.last.toordinal() if period.last else 0
