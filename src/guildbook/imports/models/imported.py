"""A file somebody sent, and what each of its rows would do."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a file has come."""

    COLUMNS = "columns", _("its columns are to be named")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked")
    KEEPING = "keeping", _("being kept")
    KEPT = "kept", _("kept")
    FAILED = "failed", _("cannot be read")


class RowState(models.TextChoices):
    """What a row would do."""

    ADD = "add", _("added")
    CHANGE = "change", _("changed")
    SAME = "same", _("left alone")
    ASK = "ask", _("to be decided")
    REFUSE = "refuse", _("refused")


class Import(models.Model):
    """A file for one person: its content lies below the data folder by its SHA-256 until it expires."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    name = models.CharField(_("file name"), max_length=160)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    record_type = models.CharField(max_length=30, blank=True)
    columns = models.JSONField(default=dict)
    mapping = models.ForeignKey("imports.Mapping", models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.COLUMNS)
    began = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    remarks = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    kept_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("import")

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """What one row would do: old and new of each cell, or why it is refused; the whole document it would make.

    `changes` are [place, column letter, old, new]; `remarks` [sheet, row, column letter, text]; `candidates` are
    [key, name] of records a row without key may mean; `version` is that of the record when the row was checked.
    """

    imported = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    sheet = models.CharField(max_length=40)
    row = models.PositiveIntegerField()
    record_type = models.CharField(max_length=30)
    key = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=7, choices=RowState)
    proposed = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    changes = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    document = models.JSONField(default=dict)

    class Meta:
        ordering = ("number",)
        indexes = [models.Index(fields=["imported", "state", "number"], name="rows_of_import")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"
