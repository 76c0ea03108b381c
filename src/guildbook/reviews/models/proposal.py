"""Proposals: a record as one of its keepers wants it, until the alliance's secretariat has looked at it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation


class State(models.TextChoices):
    """Where a proposal stands."""

    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("approved")
    RETURNED = "returned", _("sent back")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Proposal(models.Model):
    """A whole document proposed for a record (`base_version` 0: a new one), and what was said about it.

    `course` is everything that happened to it, oldest first: {at, who, what (a state, or “proposed”), remarks,
    document (what was proposed before, where it was revised)}.
    """

    record_type = models.CharField(max_length=30)
    record_key = models.CharField(max_length=120)
    base_version = models.PositiveIntegerField(default=0)
    document = models.JSONField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    who = models.CharField(_("who"), max_length=150)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("acting for"))
    alliance = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("alliance"))
    why = models.CharField(_("why"), max_length=300, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    remarks = models.TextField(_("remarks"), blank=True)
    decided_by = models.CharField(_("decided by"), max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)
    course = models.JSONField(default=list)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [
            models.Index(fields=["record_type", "record_key"], name="proposal_of_record"),
            models.Index(fields=["state", "alliance"], name="proposals_waiting"),
        ]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")

    def __str__(self) -> str:
        return f"{self.record_type}/{self.record_key} {self.state}"
