"""What was done about who acts for an organisation: nothing of it happens without a line here."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation


class Deed(models.TextChoices):
    """What can be done."""

    INVITED = "invited", _("invited")
    WITHDREW = "withdrew", _("withdrew an invitation")
    ACCEPTED = "accepted", _("accepted an invitation")
    GAVE = "gave", _("gave a mandate")
    CHANGED = "changed", _("changed a term")
    ENDED = "ended", _("ended a mandate")
    HANDED_OVER = "handed-over", _("handed over")


class MandateEntry(models.Model):
    """One thing somebody did about the people of an organisation; entered once, never changed.

    `person` is whom it was about, where that person has an account; `terms` what came of it (duty, since, until).
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    deed = models.CharField(max_length=12, choices=Deed)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    terms = models.JSONField(default=dict)
    who = models.CharField(max_length=150)
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["organisation", "at"], name="mandate_entries_of")]
        verbose_name = _("change")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.deed} {self.at:%Y-%m-%d}"
