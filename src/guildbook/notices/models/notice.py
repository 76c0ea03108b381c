"""What a person is told on screen, and later by e-mail."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """Something one person should know: its kind, the data its sentence is made of, and the page it leads to.

    The sentence is made when it is read, in the reader's language. `once` names what must be told to a person one
    time only; empty, nothing is compared. `mailed_at` is when it went into a letter, or was settled without one.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    data = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [
            models.Index(fields=["user", "read_at"], name="notices_unread"),
            models.Index(fields=["mailed_at", "user"], name="notices_unmailed"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "once"], condition=~models.Q(once=""), name="notice_told_once")
        ]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
