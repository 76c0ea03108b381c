"""How a person wants to be told, and which daily duties were done."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rhythm(models.TextChoices):
    """How often a person gets e-mail."""

    AT_ONCE = "at-once", _("each notice at once")
    DAILY = "daily", _("one letter a day")
    WEEKLY = "weekly", _("one letter a week, on Monday")
    NONE = "none", _("no e-mail")


class MailSetting(models.Model):
    """When and of what a person is told by e-mail; `token` is in the link that ends all of it, and never expires."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_setting")
    rhythm = models.CharField(_("E-mail"), max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    hour = models.PositiveSmallIntegerField(_("Hour"), default=8, validators=[MaxValueValidator(23)])
    zone = models.CharField(_("Time zone"), max_length=40, default="Asia/Shanghai")
    muted = models.JSONField(default=list, blank=True)
    last_digest_at = models.DateTimeField(null=True, blank=True)
    token = models.CharField(max_length=40, unique=True)

    class Meta:
        verbose_name = _("mail setting")

    def __str__(self) -> str:
        return f"{self.user_id} {self.rhythm}"

    @property
    def clock(self) -> ZoneInfo:
        """The time zone in which the hour is meant."""
        return ZoneInfo(self.zone)


class DutyDone(models.Model):
    """That a daily duty was done for a day, so that it is not done twice."""

    name = models.CharField(max_length=150)
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    reminded = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "name")
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="duty_done_once_a_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
