"""Entries: answers as they were given, one after the other, and the remarks about them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guildbook.rounds.models.submission import Submission


class Answer(models.TextChoices):
    """What was answered; “none” and “not known” are answers, an emptied cell is none, and what cannot be read stays."""

    VALUE = "value", _("answered")
    NONE = "none", _("none")
    NOT_KNOWN = "not-known", _("not known")
    EMPTIED = "emptied", _("emptied")
    UNREADABLE = "unreadable", _("cannot be read")


GIVEN = (Answer.VALUE, Answer.NONE, Answer.NOT_KNOWN)


class Entry(models.Model):
    """One answer to one question about one thing; the current one per cell stands, those before it are kept.

    `value` is text that does not depend on the reader: 1234.5, yes, an option's value, 2023-11; for what could not be
    read, the text as typed. A cell about the organisation itself has no subject.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="entries")
    question = models.CharField(max_length=40)
    subject_type = models.CharField(max_length=12, blank=True)
    subject_key = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=10, choices=Answer)
    value = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    current = models.BooleanField(default=True)
    way = models.CharField(max_length=8, default="page")
    who = models.CharField(max_length=150)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "question", "subject_type", "subject_key"],
                condition=Q(current=True),
                name="one_current_entry_per_cell",
            )
        ]
        indexes = [models.Index(fields=["submission", "current"], name="entries_standing")]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.question} {self.answer} {self.value[:20]}"


class Remark(models.Model):
    """A sentence about one cell of a submission, or about all of it, by the secretariat or the member."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="remarks")
    question = models.CharField(max_length=40, blank=True)
    subject_type = models.CharField(max_length=12, blank=True)
    subject_key = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    by_member = models.BooleanField(default=False)
    who = models.CharField(max_length=150)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.submission_id} {self.question} {self.at:%Y-%m-%d %H:%M}"
