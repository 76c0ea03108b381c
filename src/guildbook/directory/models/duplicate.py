"""What was decided about records that may stand for one and the same thing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """Two records of one thing made one: which was kept, which gives way to it, and every change that this made."""

    record_type = models.CharField(max_length=30)
    kept_key = models.CharField(max_length=120)
    gone_key = models.CharField(max_length=120)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    who = models.CharField(_("who"), max_length=150)
    why = models.CharField(_("why"), max_length=300, blank=True)
    # Primary keys of kit.Change, in the order they were made.
    changes = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("merge")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.gone_key} → {self.kept_key}"


class Distinct(models.Model):
    """Two records that somebody looked at and found to be different things; they are not proposed again."""

    record_type = models.CharField(max_length=30)
    # The two keys in the order of the alphabet, so that a pair is entered once.
    one_key = models.CharField(max_length=120)
    other_key = models.CharField(max_length=120)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    who = models.CharField(_("who"), max_length=150)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["record_type", "one_key", "other_key"], name="distinct_pair_once"),
        ]
        verbose_name = _("pair of different records")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.one_key} ≠ {self.other_key}"
