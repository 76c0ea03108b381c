"""Programmes: majors and courses, and their intakes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Field, Organisation
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record
from guildbook.units.models import Unit


class ProgrammeKind(models.TextChoices):
    """What a programme leads to."""

    DEGREE = "degree", _("degree")
    TRAINING = "training", _("training")
    EXCHANGE = "exchange", _("exchange")


class Programme(Record):
    """A major or course: its field, level and languages, and who delivers it."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=10, choices=ProgrammeKind)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="programmes", verbose_name=_("field")
    )
    level = models.PositiveSmallIntegerField(_("ISCED level"), null=True, blank=True)
    languages = models.CharField(_("languages"), max_length=60, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programmes",
        verbose_name=_("delivered by organisation"),
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="programmes", verbose_name=_("delivered by unit")
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="programmes", verbose_name=_("under agreement")
    )

    class Meta(Record.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class Intake(Part):
    """One intake of a programme and its seats."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="intakes")
    since = FuzzyDateField(_("since"))
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("intake")
