"""What every record is: the shared columns, its parts, its citations and its changes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guildbook.kit.fields import BoundField, FuzzyDateField, LanguageMapField
from guildbook.kit.fuzzy import first_day, last_day
from guildbook.kit.texts import pick
from guildbook.language.folding import fold

KEY = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
check_key = RegexValidator(KEY, _("A key is lower-case Latin letters, digits and single hyphens."))


class Status(models.TextChoices):
    """What publication states mean; the page /words/ prints these definitions."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SUPERSEDED = "superseded", _("superseded")


class Record(models.Model):
    """Anything the book holds that has a page of its own: permanent key, validity, state, steward, citations."""

    key = models.CharField(_("key"), max_length=120, unique=True, validators=[check_key])
    status = models.CharField(_("publication"), max_length=12, choices=Status, default=Status.PUBLISHED)
    superseded_by = models.CharField(_("superseded by"), max_length=120, blank=True)
    since = FuzzyDateField(_("since"), blank=True)
    until = FuzzyDateField(_("until"), blank=True)
    since_day = BoundField(of="since")
    until_day = BoundField(of="until")
    steward = models.ForeignKey(
        "directory.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("steward"),
    )
    note = LanguageMapField(_("note"), blank=True)
    search_text = models.TextField(editable=False, default="", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        ordering = ("key",)

    def __str__(self) -> str:
        return pick(self.label()).text or self.key

    def label(self) -> dict[str, str]:
        """What the record is called, as a language map; records with names or titles say so themselves."""
        return {}

    def spellings(self) -> list[str]:
        """Every text by which a search may find the record."""
        return list(self.label().values())

    def derived(self) -> dict[str, Any]:
        """What is stored of names and parts, worked out from them."""
        return {"search_text": fold("\n".join([*self.spellings(), self.key]))}

    def derive(self) -> None:
        """Store what is worked out of names and parts, where it has changed; called after the parts are written."""
        new = {name: value for name, value in self.derived().items() if value != getattr(self, name)}
        if new:
            for name, value in new.items():
                setattr(self, name, value)
            type(self)._default_manager.filter(pk=self.pk).update(**new)

    def clean(self) -> None:
        """Refuse a term that ends before it can have begun, and a record that lies within itself."""
        if self.key == "new":
            raise ValidationError({"key": _("“new” is the address of the form; choose another key.")})
        begin, end = first_day(self.since), last_day(self.until)
        if begin and end and end < begin:
            raise ValidationError({"until": _("The end lies before the beginning.")})
        for name in ("parent", "renews", "amends"):
            above = getattr(self, name, None)
            while above is not None:
                if above.key == self.key:
                    raise ValidationError({name: _("A record cannot lie within itself.")})
                above = getattr(above, name)


class Part(models.Model):
    """A row that belongs to one record and has no page of its own, kept in the record's order."""

    order = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ("order", "pk")


class Citation(models.Model):
    """The place in a source that supports a record, or a single field of it."""

    record_type = models.CharField(max_length=30)
    record_key = models.CharField(max_length=120)
    field = models.CharField(pgettext_lazy("of a record", "field"), max_length=60, blank=True)
    source = models.ForeignKey("directory.Source", models.PROTECT, related_name="citations", verbose_name=_("source"))
    paragraph = models.PositiveIntegerField(_("paragraph"), null=True, blank=True)
    quote = models.TextField(_("quote"), blank=True)
    order = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ("order", "pk")
        indexes = [models.Index(fields=["record_type", "record_key"], name="citation_of_record")]
        verbose_name = _("citation")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.record_key} ← {self.source_id}"


class Change(models.Model):
    """One change of one record: who, for which body, when, why, and the record's document before and after.

    `body` is the key of the organisation they acted for, empty for staff of the book; `draft` says that the record was
    a draft after it: such changes stay with its keepers when it is published.
    """

    record_type = models.CharField(max_length=30)
    record_key = models.CharField(max_length=120)
    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    who = models.CharField(_("who"), max_length=150)
    why = models.CharField(_("why"), max_length=300, blank=True)
    body = models.CharField(_("acting for"), max_length=120, blank=True)
    draft = models.BooleanField(default=False)
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [
            models.Index(fields=["record_type", "record_key"], name="change_of_record"),
            models.Index(fields=["body", "-at"], name="changes_for_body"),
        ]
        verbose_name = _("change")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.record_key} {self.at:%Y-%m-%d %H:%M}"
