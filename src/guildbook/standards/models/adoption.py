"""Adoptions: a standard taken up in another country, as an evidenced event."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record
from guildbook.kit.texts import join_labels
from guildbook.standards.models.alignment import Alignment
from guildbook.standards.models.standard import Standard


class Adoption(Record):
    """Which version of a standard was adopted where, by whom, by what instrument, for what, and how localised."""

    standard = models.ForeignKey(Standard, models.PROTECT, related_name="adoptions", verbose_name=_("standard"))
    version_name = models.CharField(_("version adopted"), max_length=40, blank=True)
    country = models.ForeignKey(Place, models.PROTECT, related_name="adoptions", verbose_name=_("country"))
    authority = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="adoptions", verbose_name=_("authority")
    )
    instrument = models.CharField(_("instrument"), max_length=200, blank=True)
    scope = LanguageMapField(_("scope"), blank=True)
    localisation = LanguageMapField(_("localisation"), blank=True)
    localised_version = models.CharField(_("localised version"), max_length=40, blank=True)
    alignment = models.ForeignKey(
        Alignment, models.PROTECT, null=True, blank=True, related_name="adoptions", verbose_name=_("alignment")
    )

    class Meta(Record.Meta):
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")

    def label(self) -> dict[str, str]:
        """The standard and the country that took it up."""
        return join_labels(" · ", self.standard.label(), self.country.label())
