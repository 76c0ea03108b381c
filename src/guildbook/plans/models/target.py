"""Targets: an indicator, a value and a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.figures.models import Indicator
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Record
from guildbook.plans.models.plan import Plan


class Target(Record):
    """A value a plan wants an indicator to reach for a subject, by a date."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="targets", verbose_name=_("plan"))
    title = LanguageMapField(_("title"))
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name=_("indicator"))
    subject_type = models.CharField(_("kind of subject"), max_length=30, blank=True)
    subject_key = models.CharField(_("subject"), max_length=120, blank=True)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    by = FuzzyDateField(_("by"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("target")
        verbose_name_plural = _("targets")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
