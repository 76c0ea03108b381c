"""Letters: e-mails that are kept first and sent after, so that none is lost and none leaves for what was undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    """Where a letter stands."""

    WAITING = "waiting", _("waiting")
    FAILED = "failed", _("failed, will be tried again")
    GIVEN_UP = "given-up", _("given up")
    SENT = "sent", _("sent")


class Letter(models.Model):
    """One e-mail to one address; its words are erased once it was sent, because they may hold private links.

    `claimed_until` keeps other processes off while one is sending it; a process that dies in between lets go by time.
    """

    address = models.EmailField(max_length=254)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=12, default="en")
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)
    next_try = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)
    once = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["state", "next_try"], name="letters_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["address", "once"], condition=~models.Q(once=""), name="letter_written_once"
            )
        ]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self) -> str:
        return f"letter {self.pk} {self.state}"
