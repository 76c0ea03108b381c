"""Invitations: somebody with this address may act for an organisation, once they say yes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.mandates.models.mandate import Duty


class Invitation(models.Model):
    """A letter with a link nobody can guess, to act for an organisation; of the link only its hash is kept."""

    email = models.EmailField(_("e-mail address"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    duty = models.CharField(_("duty"), max_length=8, choices=Duty, default=Duty.EDITOR)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.duty} {self.at:%Y-%m-%d}"
