"""Submissions: where each organisation stands in a round, and each step of the way."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.rounds.models.collection_round import Round


class SubmissionState(models.TextChoices):
    """Where an organisation's answers stand."""

    NOT_STARTED = "not-started", _("not started")
    IN_PROGRESS = "in-progress", _("in progress")
    SUBMITTED = "submitted", _("submitted")
    SENT_BACK = "sent-back", _("sent back")
    APPROVED = "approved", _("approved")


RECEIVED = (SubmissionState.SUBMITTED, SubmissionState.APPROVED)
WITH_MEMBER = (SubmissionState.NOT_STARTED, SubmissionState.IN_PROGRESS, SubmissionState.SENT_BACK)


class Submission(models.Model):
    """One organisation asked in one round; made when the round opens, so that who was asked stays known.

    `asked` and `answered` count questions; `missing` those that are needed and open, `errors` and `warnings` what
    checks found, warnings without those explained. `received_at` is the first time it came in and never changes.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="submissions")
    state = models.CharField(max_length=12, choices=SubmissionState, default=SubmissionState.NOT_STARTED)
    due = models.DateField(null=True)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    first_saved = models.DateTimeField(null=True)
    last_saved = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("organisation__key",)
        constraints = [models.UniqueConstraint(fields=["round", "organisation"], name="asked_once_in_a_round")]
        indexes = [models.Index(fields=["round", "state"], name="submissions_by_state")]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.organisation_id} {self.state}"

    @property
    def on_time(self) -> bool | None:
        """Whether it first came in by its due day; None while it has not, or where nothing was due."""
        if self.received_at is None or self.due is None:
            return None
        return self.received_at.date() <= self.due


class StepKind(models.TextChoices):
    """What happened to a submission."""

    ASKED = "asked", _("asked")
    SUBMITTED = "submitted", _("submitted")
    TAKEN_BACK = "taken-back", _("taken back")
    SENT_BACK = "sent-back", _("sent back")
    APPROVED = "approved", _("approved")
    REOPENED = "reopened", _("opened again")
    REMINDED = "reminded", _("reminded")
    EXTENDED = "extended", _("given more time")


class Step(models.Model):
    """One step of a submission: who, when, why; only ever added."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind)
    who = models.CharField(max_length=150)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.submission_id} {self.kind} {self.at:%Y-%m-%d %H:%M}"
