"""The API face: a page of documents and one document; each area writes out its schemas and operations."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field, JsonValue

from guildbook.faces.details import url_of, visible_record
from guildbook.faces.lists import Asked, select, sort_names
from guildbook.kit.actions import documents
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import Document
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType

T = TypeVar("T")

LanguageMap = Annotated[
    dict[str, str],
    Field(description="Text by BCP 47 tag; the first is the language it was written in.", examples=[{"en": "China"}]),
]
FuzzyDate = Annotated[
    str,
    Field(
        description="EDTF (ISO 8601-2): 2021, 2023-11, 2019~, ../2023-08-31.",
        examples=["2023-11"],
        json_schema_extra={"format": "edtf"},
    ),
]
Key = Annotated[str, Field(description="Permanent key of a record.", examples=["china"])]
Within = Annotated[str, Field(description="Key of a place; what lies within it fits too.", examples=["asean"])]
# A number that JSON readers' floating point would round comes as text.
Number = int | float | str


class CitationOut(Schema):
    """The place in a source that supports the record, or one field of it."""

    source: Key
    paragraph: int | None = None
    quote: str = ""
    field: str = ""


class RecordOut(Schema):
    """What every record has; columns that say nothing are left out."""

    key: Key
    page: str = Field(description="The record's permanent page; `.json`, `.jsonld` and `.xlsx` may be added.")
    since: FuzzyDate = ""
    until: FuzzyDate = ""
    status: Status
    superseded_by: str = ""
    steward: Key | None = None
    note: LanguageMap = {}
    citations: list[CitationOut] = []


class ListQuery(Schema):
    """What any list may be asked; each record type adds its filters."""

    q: str = Field("", max_length=200, description="Words that the record's names or titles contain.")
    sort: str = Field("", description="A column; with a minus before it, from the end.")
    limit: int = Field(50, ge=1, le=200, description="Records per page.")
    offset: int = Field(0, ge=0, le=10_000_000, description="Records to skip.")


def sort_by(record_type: RecordType) -> Any:
    """The field of a list's `sort`, which names what the list can be sorted by."""
    names = sorted(sort_names(record_type))
    choices: list[JsonValue] = ["", *names, *(f"-{name}" for name in names)]
    words = "A column; with a minus before it, from the end."
    return Field("", description=words, json_schema_extra={"enum": choices})


class Page(Schema, Generic[T]):
    """One page of a list, and the address of the next."""

    count: int = Field(description="Records that fit, on all pages.")
    next: str | None = Field(description="Address of the next page; null on the last.")
    items: list[T]


class Missing(Schema):
    """Why there is no answer."""

    detail: str


class Refused(Schema):
    """What is wrong with the question: where, and what would be right."""

    detail: list[dict[str, Any]]


def list_documents(record_type: RecordType, request: HttpRequest, asked: ListQuery) -> Document:
    """One page of the published records asked for; raises ninja's ValidationError for a filter that does not exist."""
    names = type(asked).model_fields
    for name in request.GET:
        if name not in names and name != "lang":
            raise _refusal(name, ", ".join(names))
    sorts = sort_names(record_type)
    if asked.sort and asked.sort.removeprefix("-") not in sorts:
        raise _refusal("sort", ", ".join(sorted(sorts)))
    filters = {facet.name: str(value) for facet in record_type.facets if (value := getattr(asked, facet.name, None))}
    found = select(record_type, actor_of(request), Asked(asked.q, filters, asked.sort)).defer(None)
    count, end = found.count(), asked.offset + asked.limit
    return {
        "count": count,
        "next": _address(request, f"{request.path}?{_query(request, end)}") if end < count else None,
        "items": _documents(record_type, request, list(found[asked.offset : end])),
    }


def read_one(record_type: RecordType, request: HttpRequest, key: str) -> Document:
    """The document of one record; raises HttpError 404 whether it is missing or not for the reader."""
    record = visible_record(record_type, actor_of(request), key)
    if record is None:
        label = record_type.label
        raise HttpError(404, _("The book has no %(label)s “%(key)s”.") % {"label": label, "key": key[:120]})
    return _documents(record_type, request, [record])[0]


def _documents(record_type: RecordType, request: HttpRequest, records: list[Any]) -> list[Document]:
    held = documents(record_type, records)
    return [{**data, "page": _address(request, url_of(record))} for data, record in zip(held, records, strict=True)]


def _refusal(name: str, known: str) -> ValidationError:
    message = _("“%(name)s” cannot be asked so; there are %(known)s") % {"name": name[:80], "known": known}
    return ValidationError([{"type": "unknown", "loc": ["query", name[:80]], "msg": message}])


def _query(request: HttpRequest, offset: int) -> str:
    return urlencode({**request.GET.dict(), "offset": offset})


def _address(request: HttpRequest, path: str) -> str:
    return request.build_absolute_uri(path)
