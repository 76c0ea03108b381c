"""Rounds: dated collections with a deadline."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.figures.models import Indicator
from guildbook.kit.fields import BoundField, FuzzyDateField, LanguageMapField
from guildbook.kit.models import Record


class RoundState(models.TextChoices):
    """Where a round stands; its history says who moved it, when and why."""

    DRAFT = "draft", _("in preparation")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    LOCKED = "locked", _("locked")


class Rates(models.TextChoices):
    """Who sees how many members have answered."""

    MEMBERS = "members", _("members and secretariat")
    PUBLIC = "public", _("everybody")


class Round(Record):
    """A dated collection of figures from members, with a deadline."""

    title = LanguageMapField(_("title"))
    alliance = models.ForeignKey(Organisation, models.PROTECT, related_name="rounds", verbose_name=_("alliance"))
    state = models.CharField(_("state"), max_length=8, choices=RoundState, default=RoundState.DRAFT)
    period = FuzzyDateField(_("period"), blank=True)
    opens = FuzzyDateField(_("opens"), blank=True)
    deadline = FuzzyDateField(_("deadline"), blank=True)
    deadline_day = BoundField(of="deadline")
    members_on = FuzzyDateField(_("members on"), blank=True)
    languages = models.CharField(_("languages"), max_length=60, blank=True)
    rates = models.CharField(_("reporting rate seen by"), max_length=8, choices=Rates, default=Rates.MEMBERS)
    indicators = models.ManyToManyField(Indicator, blank=True, related_name="rounds", verbose_name=_("indicators"))

    class Meta(Record.Meta):
        verbose_name = _("round")
        verbose_name_plural = _("rounds")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
