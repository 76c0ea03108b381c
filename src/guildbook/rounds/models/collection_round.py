"""Rounds: dated collections with a deadline."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.figures.models import Indicator
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Record


class Round(Record):
    """A dated collection of figures from members, with a deadline."""

    title = LanguageMapField(_("title"))
    alliance = models.ForeignKey(Organisation, models.PROTECT, related_name="rounds", verbose_name=_("alliance"))
    deadline = FuzzyDateField(_("deadline"), blank=True)
    indicators = models.ManyToManyField(Indicator, blank=True, related_name="rounds", verbose_name=_("indicators"))

    class Meta(Record.Meta):
        verbose_name = _("round")
        verbose_name_plural = _("rounds")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
