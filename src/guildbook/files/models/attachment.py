"""A file kept beside a record, an application or another thing of the book."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Attachment(models.Model):
    """One file beside one owner; its content lies once below the data folder, by its SHA-256, and is never deleted.

    `part` says which part of the owner the file belongs to, in the owner's own words (`party:organisation-0`).
    """

    record_type = models.CharField(max_length=30)
    record_key = models.CharField(max_length=120)
    part = models.CharField(max_length=160, blank=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(_("file name"), max_length=160)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("size"))
    label = models.CharField(_("what it is"), max_length=160, blank=True)
    public = models.BooleanField(_("open to everybody who sees the record"), default=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        indexes = [models.Index(fields=["record_type", "record_key"], name="attachment_of_record")]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.record_key} {self.pk}"
