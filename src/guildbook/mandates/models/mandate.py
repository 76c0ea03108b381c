"""Mandates: who acts for which organisation, in which duty, for what term."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation


class Duty(models.TextChoices):
    """What a person does for an organisation."""

    EDITOR = "editor", _("editor")
    LEAD = "lead", _("lead")


class Mandate(models.Model):
    """A signed-in person acting for an organisation, between two days; past ones stay: history names people."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    duty = models.CharField(_("duty"), max_length=8, choices=Duty, default=Duty.EDITOR)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    given_by = models.CharField(_("given by"), max_length=150)
    given_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, editable=False)  # ended at once, whatever its term says

    class Meta:
        ordering = ("organisation", "user", "since")
        indexes = [models.Index(fields=["user", "since"], name="mandates_of_user")]
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")

    def __str__(self) -> str:
        return f"{self.user_id} {self.duty} {self.organisation_id}"

    def clean(self) -> None:
        """Refuse a term that ends before it begins."""
        if self.until is not None and self.until < self.since:
            raise ValidationError({"until": _("The end lies before the beginning.")})
