"""Units with their partners and dated states."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Field, Organisation, Place
from guildbook.kit.fields import BoundField, FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record


class UnitKind(models.TextChoices):
    """What partners run together."""

    JOINT_COLLEGE = "joint-college", _("joint college")
    WORKSHOP = "workshop", _("workshop")
    OVERSEAS_SCHOOL = "overseas-school", _("overseas school")
    TRAINING_BASE = "training-base", _("training base")
    CRAFTSMAN_COLLEGE = "craftsman-college", _("craftsman college")
    TECHNOLOGY_COLLEGE = "technology-college", _("technology college")
    RESEARCH_CENTRE = "research-centre", _("research centre")
    EXPERIMENTAL_STATION = "experimental-station", _("experimental station")


class UnitStateKind(models.TextChoices):
    """Where a unit stands."""

    PLANNED = "planned", _("planned")
    OPEN = "open", _("open")
    DORMANT = "dormant", _("dormant")
    CLOSED = "closed", _("closed")


class PartnerRole(models.TextChoices):
    """What a partner is to a unit."""

    FOUNDER = "founder", _("founder")
    HOST = "host", _("host")
    INDUSTRY = "industry", _("industry partner")


class Unit(Record):
    """Something partners run together: a joint college, workshop, school, base, centre or station."""

    names = LanguageMapField(_("name"))
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind, db_index=True)
    state = models.CharField(_("state"), max_length=8, choices=UnitStateKind, db_index=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("place")
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("under agreement")
    )
    alliance = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("alliance")
    )
    fields = models.ManyToManyField(Field, blank=True, related_name="units", verbose_name=_("fields"))

    class Meta(Record.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def label(self) -> dict[str, str]:
        """The name in its languages."""
        return dict(self.names)


class UnitPartner(Part):
    """A partner of a unit and what it is to it."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partnerships", verbose_name=_("partner")
    )
    role = models.CharField(_("role"), max_length=10, choices=PartnerRole)
    since = FuzzyDateField(_("since"), blank=True)
    until = FuzzyDateField(_("until"), blank=True)
    since_day = BoundField(of="since")
    until_day = BoundField(of="until")

    class Meta(Part.Meta):
        verbose_name = _("partner")


class UnitState(Part):
    """A state a unit was in, since a date."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="states")
    state = models.CharField(_("state"), max_length=8, choices=UnitStateKind)
    since = FuzzyDateField(_("since"), blank=True)
    since_day = BoundField(of="since")

    class Meta(Part.Meta):
        verbose_name = _("state")
