"""Where an event went and what came of it: stops, outcomes, press coverage."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guildbook.directory.models import Organisation, Place, Role, Source
from guildbook.events.models.event import Event
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part


class OutcomeKind(models.TextChoices):
    """What was done there."""

    SIGNED = "signed", _("signed")
    LAUNCHED = "launched", _("launched")
    ANNOUNCED = "announced", _("announced")


class Stop(Part):
    """A stop of an itinerary and whom the delegation met there."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="stops")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="stops", verbose_name=_("visited")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="stops", verbose_name=_("place")
    )
    counterpart = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="stops", verbose_name=_("met")
    )
    since = FuzzyDateField(_("when"), blank=True)
    what = LanguageMapField(_("what happened"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("stop")


class Outcome(Part):
    """What was signed, launched or announced at an event: a record of the book, or words where there is none."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="outcomes")
    kind = models.CharField(_("outcome"), max_length=10, choices=OutcomeKind)
    record_type = models.CharField(_("kind of record"), max_length=30, blank=True)
    record_key = models.CharField(_("record"), max_length=120, blank=True)
    what = LanguageMapField(_("what"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("outcome")


class Coverage(Part):
    """A media outlet that reported on an event, and the report where we hold it."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="coverage")
    outlet = models.ForeignKey(Organisation, models.PROTECT, related_name="coverage", verbose_name=_("outlet"))
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="coverage",
        verbose_name=pgettext_lazy("of an event", "report"),
    )

    class Meta(Part.Meta):
        verbose_name = _("coverage")
