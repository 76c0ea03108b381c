"""Events themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record


class EventKind(models.TextChoices):
    """What kind of event it is."""

    FORUM = "forum", _("forum")
    CONFERENCE = "conference", _("conference")
    CEREMONY = "ceremony", _("ceremony")
    VISIT = "visit", _("visit")
    TRIP = "exchange-trip", _("exchange trip")
    BRIEFING = "press-conference", _("press conference")


class Event(Record):
    """A forum, conference, ceremony, visit, exchange trip or press conference."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=18, choices=EventKind)
    theme = LanguageMapField(_("theme"), blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    alliance = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("alliance")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("held at")
    )

    class Meta(Record.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
