"""Alliances, the offices they have, and the countries their members come from."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place, Role
from guildbook.kit.fields import BoundField, FuzzyDateField
from guildbook.kit.models import Part, Record


class AllianceManager(models.Manager["Alliance"]):
    """Alliances only: the table holds all organisations."""

    def get_queryset(self) -> models.QuerySet["Alliance"]:
        """Organisations of the kind alliance."""
        return super().get_queryset().filter(kind="alliance")


class Alliance(Organisation):
    """An organisation that has members; members are organisations, other alliances included."""

    objects: ClassVar[AllianceManager] = AllianceManager()

    class Meta(Record.Meta):
        proxy = True
        verbose_name = _("alliance")
        verbose_name_plural = _("alliances")


class OfficeKind(models.TextChoices):
    """Offices an alliance may have; there can be two of a kind."""

    PRESIDENT = "president", _("president")
    LEADER = "leader", _("lead organisation")
    SECRETARY_GENERAL = "secretary-general", _("secretary general")
    SECRETARIAT = "secretariat", _("secretariat")
    INITIATOR = "initiator", _("initiator")
    SUPPORTER = "supporter", _("supporter")


class Office(Part):
    """An office of an alliance, held by an organisation or by a person in role, for a term."""

    alliance = models.ForeignKey(Organisation, models.CASCADE, related_name="offices")
    kind = models.CharField(_("office"), max_length=20, choices=OfficeKind)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="offices_held", verbose_name=_("holder")
    )
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="offices", verbose_name=_("held by person")
    )
    since = FuzzyDateField(_("since"), blank=True)
    until = FuzzyDateField(_("until"), blank=True)
    since_day = BoundField(of="since")
    until_day = BoundField(of="until")

    class Meta(Part.Meta):
        verbose_name = _("office")


class RepresentedCountry(Part):
    """A country a source says members come from, whether or not those members are named."""

    alliance = models.ForeignKey(Organisation, models.CASCADE, related_name="represented")
    country = models.ForeignKey(Place, models.PROTECT, related_name="represented_in", verbose_name=_("country"))
    since = FuzzyDateField(_("since"), blank=True)
    until = FuzzyDateField(_("until"), blank=True)
    since_day = BoundField(of="since")
    until_day = BoundField(of="until")

    class Meta(Part.Meta):
        verbose_name = _("country of members")


class ReviewedKind(models.TextChoices):
    """Kinds of record of members that an alliance may want to look at before they are published."""

    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("person")
    ROLE = "role", _("role")
    SOURCE = "source", _("source")
    CLAIM = "claim", _("claim")
    AGREEMENT = "agreement", _("agreement")
    UNIT = "unit", _("unit")
    PROGRAMME = "programme", _("programme")
    RESOURCE = "resource", _("resource")
    STANDARD = "standard", _("standard")
    ADOPTION = "adoption", _("adoption")
    EVENT = "event", _("event")
    PLAN = "plan", _("plan")
    TARGET = "target", _("target")


class Reviewed(Part):
    """A kind of record that the secretariat looks at first when a member publishes one."""

    alliance = models.ForeignKey(Organisation, models.CASCADE, related_name="reviewed")
    kind = models.CharField(_("kind of record"), max_length=30, choices=ReviewedKind)

    class Meta(Part.Meta):
        verbose_name = _("reviewed kind of record")


class Within(models.Model):
    """That an alliance is another one, or lies within it by membership, directly or through others, for a term.

    Worked out from memberships whenever one of an alliance is kept, so that figures can ask for everything below.
    """

    below = models.ForeignKey(Organisation, models.CASCADE, related_name="within")
    above = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    since_day = models.DateField(null=True, editable=False)
    until_day = models.DateField(null=True, editable=False)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.below_id} in {self.above_id}"
