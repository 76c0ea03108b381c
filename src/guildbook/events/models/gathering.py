"""Who made an event and who came: organisers, sessions, speeches, delegations, attendances."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place, Role
from guildbook.events.models.event import Event
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part


class OrganiserRole(models.TextChoices):
    """What an organiser did."""

    GUIDANCE = "guidance", _("guidance")
    HOST = "host", _("host")
    CO_HOST = "co-host", _("co-host")
    CO_ORGANISER = "co-organiser", _("co-organiser")
    INITIATOR = "initiator", _("initiator")


class Organiser(Part):
    """An organisation that made an event, and how."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="organised", verbose_name=_("organiser")
    )
    role = models.CharField(_("role"), max_length=14, choices=OrganiserRole)

    class Meta(Part.Meta):
        verbose_name = _("organiser")


class Session(Part):
    """A part of an event's programme."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions")
    title = LanguageMapField(_("title"))
    since = FuzzyDateField(_("when"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("session")


class Speech(Part):
    """A speech, report or presentation given at an event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="speeches")
    speaker = models.ForeignKey(Role, models.PROTECT, related_name="speeches", verbose_name=_("speaker"))
    session = models.CharField(_("session"), max_length=200, blank=True)
    title = LanguageMapField(_("title"), blank=True)
    summary = LanguageMapField(_("summary"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("speech")


class Delegation(Part):
    """A group that came: whom it stood for, where from, who led it."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="delegations")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name=_("delegation of")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name=_("from")
    )
    head = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name=_("led by")
    )
    size = models.PositiveIntegerField(_("people"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("delegation")


class Attendance(Part):
    """A person in role who was there."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="attendances")
    role = models.ForeignKey(Role, models.PROTECT, related_name="attendances", verbose_name=_("attended"))

    class Meta(Part.Meta):
        verbose_name = _("attendance")
