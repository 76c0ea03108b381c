"""The reading API: a press text in, its figures out, with verdicts where the book is asked; nothing is kept."""

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from guildbook.faces.api import Missing, Refused
from guildbook.kit.actors import actor_of
from guildbook.reading.queries import MOST_BYTES, NoBookError, TextError, check_text, checked, decoded, read_text

router = Router(tags=["reading"])


class ReadFigureOut(Schema):
    """A figure of a text; what only the book can say is null where the text was read without it."""

    value: int | float
    qualifier: str = Field(examples=["over"])
    counts: str = Field(description="The noun phrase as it stands.")
    subject: str | None
    date: str | None = Field(description="EDTF.")
    start: int = Field(description="Offset of the number's first character.")
    end: int = Field(description="Offset after the number's last character.")
    verdict: str | None = Field(description="agrees, differs or unknown.")
    figure: str | None = Field(description="Address of the book's figure.")
    book_value: int | float | None
    unit: str | None
    per: str | None
    role: str | None
    paragraph: int | None
    reason: str | None = Field(description="Why it is unknown or cannot be compared.")
    difference: int | float | None
    claim: str | None
    source: str | None
    locator: str | None
    language: str = Field(description="The language it was read in, as BCP-47 tag.")
    score: float | None = Field(description="How alike the nearest line of the book is, 0 to 1.")


class ReadTextOut(Schema):
    """A text's figures in reading order."""

    language: str = Field(description="The language most of the text is in, as BCP-47 tag.")
    figures: list[ReadFigureOut]


TEXT_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {"text": {"type": "string", "minLength": 1}},
                    "required": ["text"],
                    "additionalProperties": False,
                }
            },
            "text/plain": {"schema": {"type": "string", "minLength": 1}},
        },
    }
}
ANSWERS: dict[int, Any] = {200: ReadTextOut, 413: Missing, 422: Refused}


@router.post("/read", response=ANSWERS, openapi_extra=TEXT_BODY)
def read_figures_of_text(request: HttpRequest) -> dict[str, Any]:
    """List the figures of a text, sent as it is or as JSON."""
    return read_text(actor_of(request), _text(request)).data()


@router.post("/check", response={**ANSWERS, 503: Missing}, openapi_extra=TEXT_BODY)
def check_figures_of_text(request: HttpRequest) -> dict[str, Any]:
    """List the figures of a text, each answered against the book."""
    text = _text(request)
    try:
        return check_text(actor_of(request), text).data()
    except NoBookError as error:
        raise HttpError(503, str(error)) from error


def _text(request: HttpRequest) -> str:
    """The text of the body; raises HttpError 413 for one too long, ValidationError for what is no text."""
    place = _("the text sent")
    too_long = _("%(place)s is longer than %(n)s MB, the most that is read at once")
    try:
        body = request.body
    except RequestDataTooBig as error:
        raise HttpError(413, too_long % {"place": place, "n": MOST_BYTES // 1024**2}) from error
    if len(body) > MOST_BYTES:
        raise HttpError(413, too_long % {"place": place, "n": MOST_BYTES // 1024**2})
    try:
        return _from_json(body, place) if request.content_type == "application/json" else decoded(body, place)
    except TextError as error:
        raise ValidationError([{"type": "text", "loc": ["body"], "msg": str(error)}]) from error


def _from_json(body: bytes, place: str) -> str:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise TextError(_("%(place)s is not JSON: %(error)s") % {"place": place, "error": error}) from error
    if not isinstance(data, dict) or set(data) != {"text"} or not isinstance(data["text"], str):
        raise TextError(_("write JSON as {“text”: “…”}"))
    # Halves of surrogate pairs, which JSON can spell, are no text that could be answered.
    return checked(data["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace"), place)
