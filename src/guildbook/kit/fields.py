"""Model fields every record may use: language maps, fuzzy dates and the days the database compares."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.kit import fuzzy

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z")

type_error = _("Write the text per language, as {“en”: “…”, “zh-Hans”: “…”}.")


def check_language_map(value: object) -> None:
    """Validate `{language tag: text}`; the tags are BCP 47 (`en`, `zh-Hans`), the texts not empty."""
    if not isinstance(value, dict):
        raise ValidationError(type_error, code="language_map")
    for tag, text in value.items():
        if not isinstance(tag, str) or not LANGUAGE_TAG.match(tag):
            raise ValidationError(
                _("“%(tag)s” is not a language tag; write for example en, vi or zh-Hans."),
                params={"tag": tag},
                code="language_tag",
            )
        if not isinstance(text, str) or not text.strip():
            raise ValidationError(
                _("The text for language %(tag)s is empty."), params={"tag": tag}, code="language_text"
            )


def _as(plain: str, parts: Any) -> tuple[str, str, list[Any], dict[str, Any]]:
    name, __, args, kwargs = parts
    return str(name), f"django.db.models.{plain}", list(args), dict(kwargs)


class LanguageMapField(models.JSONField):
    """Text in many languages, `{tag: text}`; the first tag is the language it was written in."""

    default_validators = [check_language_map]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Stand in migrations as the plain field it is stored as: migrations import no application code."""
        return _as("JSONField", super().deconstruct())


class FuzzyDateField(models.CharField):  # type: ignore[type-arg]  # Django knows no CharField[…]
    """A date as EDTF text, such as `2021`, `2023-11`, `2019~` or `../2023-08-31`."""

    default_validators = [fuzzy.check_fuzzy]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Stand in migrations as the plain field it is stored as."""
        return _as("CharField", super().deconstruct())


class BoundField(models.DateField):  # type: ignore[type-arg]  # Django knows no DateField[…]
    """A day worked out from a fuzzy date of the same row whenever the row is saved, so that SQL can compare it."""

    def __init__(self, *args: Any, of: str = "", day: str = "last", **kwargs: Any) -> None:
        self.of = of
        self.day = day
        kwargs.update(null=True, editable=False, db_index=True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Stand in migrations as the plain field it is stored as."""
        return _as("DateField", super().deconstruct())

    def pre_save(self, model_instance: models.Model, add: bool) -> dt.date | None:
        """Compute the day from the fuzzy date; also runs in bulk_create."""
        read: Callable[[str], dt.date | None] = fuzzy.last_day if self.day == "last" else fuzzy.first_day
        value = read(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, value)
        return value
