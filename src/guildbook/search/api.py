"""Search for programs: the same answers as the page, in the same order."""

from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError as DjangoValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from ninja.errors import ValidationError
from pydantic import Field

from guildbook.faces.api import FuzzyDate, Key, LanguageMap, Refused
from guildbook.faces.details import url_of
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.fuzzy import first_day, last_day
from guildbook.search.queries import Found, Hit, Question, find, hits, meaning_progress

router = Router(tags=["search"])

Reason = Literal[
    "name",
    "former",
    "translated",
    "transliterated",
    "short",
    "key",
    "names",
    "pinyin",
    "initials",
    "spelling",
    "text",
    "meaning",
]


class SearchQuery(Schema):
    """What may be asked."""

    q: str = Field(max_length=200, description="Words in any language.", examples=["dao tao", "修车"])
    kind: str = Field("", max_length=30, description="Name of a record type, such as `unit`.")
    country: str = Field("", max_length=120, description="Key of a country.")
    field: str = Field("", max_length=120, description="Key of a field of education.")
    since: FuzzyDate = Field("", max_length=40, description="Dated then or later.")
    until: FuzzyDate = Field("", max_length=40, description="Dated then or before.")
    limit: int = Field(20, ge=1, le=100, description="Results per page.")
    offset: int = Field(0, ge=0, le=10_000, description="Results to skip.")


class Why(Schema):
    """Why a record was found."""

    reason: Reason
    text: str = Field(description="The name or passage that fits.")
    language: str = Field(description="BCP 47 tag of that text; empty where it is of none.")
    marks: list[tuple[int, int]] = Field(description="Where in it the words stand (start, end).")
    column: str = Field("", description="Which part of the record a passage stands in.")
    score: float | None = Field(None, description="How near in meaning, 0 to 1.")


class Result(Schema):
    """One record found."""

    kind: str
    key: Key
    names: LanguageMap
    page: str
    why: Why


class Ready(Schema):
    """How far search by meaning has been prepared."""

    ready: int
    total: int


class Answer(Schema):
    """What was found, the best first, and how the facets are spread over it."""

    count: int = Field(description="Records found; with `more`, those that were ranked.")
    more: bool = Field(description="Whether there are more than can be ranked.")
    did_you_mean: list[str]
    meaning: Ready
    facets: dict[str, dict[str, int]] = Field(description="By `kind`, `country`, `field` and `year`.")
    items: list[Result]


@router.get("/search", response={200: Answer, 422: Refused})
def search_book(request: HttpRequest, asked: Query[SearchQuery]) -> dict[str, Any]:
    """Find records of every kind by their words, their sound, their spelling or their meaning."""
    known = set(SearchQuery.model_fields)
    for name in request.GET:
        if name not in known and name != "lang":
            raise _refusal(name[:80], ", ".join(sorted(known)))
    question = Question(
        asked.q, asked.kind, asked.country, asked.field, _day("since", asked.since), _day("until", asked.until)
    )
    actor = actor_of(request)
    answer = answer_to(actor, find(actor, question), asked.offset, asked.limit)
    for item in answer["items"]:
        item["page"] = request.build_absolute_uri(item["page"])
    return answer


def answer_to(actor: Actor, found: Found, offset: int, limit: int) -> dict[str, Any]:
    """One page of what was found, as JSON says it."""
    progress = found.progress or meaning_progress()
    return {
        "count": len(found.matches),
        "more": found.more,
        "did_you_mean": list(found.meant),
        "meaning": {"ready": progress.ready, "total": progress.total},
        "facets": found.facets,
        "items": [_item(hit) for hit in hits(actor, found.asked, found.matches[offset : offset + limit])],
    }


def _item(hit: Hit) -> dict[str, Any]:
    score = round(hit.match.score, 3) if hit.reason == "meaning" else None
    return {
        "kind": hit.record_type.name,
        "key": hit.record.key,
        "names": hit.record.label(),
        "page": url_of(hit.record),
        "why": {
            "reason": hit.reason,
            "text": hit.text,
            "language": hit.language,
            "marks": [list(mark) for mark in hit.marks],
            "column": hit.column,
            "score": score,
        },
    }


def _day(name: str, text: str) -> date | None:
    try:
        return first_day(text) if name == "since" else last_day(text)
    except DjangoValidationError as error:
        raise ValidationError([{"type": "edtf", "loc": ["query", name], "msg": " ".join(error.messages)}]) from error


def _refusal(name: str, known: str) -> ValidationError:
    message = _("“%(name)s” cannot be asked so; there are %(known)s") % {"name": name, "known": known}
    return ValidationError([{"type": "unknown", "loc": ["query", name], "msg": message}])
