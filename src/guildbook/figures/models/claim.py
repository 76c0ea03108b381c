"""Claims: figures that sources published."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Source
from guildbook.figures.models.indicator import Indicator
from guildbook.kit.fields import BoundField, FuzzyDateField
from guildbook.kit.models import Record


class Qualifier(models.TextChoices):
    """How a published number is hedged."""

    EXACTLY = "exactly", _("exactly")
    OVER = "over", _("over")
    ALMOST = "almost", _("almost")
    ABOUT = "about", _("about")


class Basis(models.TextChoices):
    """Whether the source prints the number, lists the things, or names them in the plural without a number."""

    STATED = "stated", _("stated")
    LISTED = "listed", _("counted from a list in the source")
    UNCOUNTED = "uncounted", _("named in the plural, not counted")


class Claim(Record):
    """A figure a source published: value, qualifier, what it counts, subject, date and locator."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", verbose_name=_("source"))
    paragraph = models.PositiveIntegerField(_("paragraph"), null=True, blank=True)
    start = models.PositiveIntegerField(_("first character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("last character"), null=True, blank=True)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4, null=True, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=8, choices=Qualifier, default=Qualifier.EXACTLY)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, default=Basis.STATED)
    counts = models.CharField(_("what it counts"), max_length=300)
    quote = models.TextField(_("quote"), blank=True)
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("indicator")
    )
    subject_type = models.CharField(_("kind of subject"), max_length=30, blank=True)
    subject_key = models.CharField(_("subject"), max_length=120, blank=True)
    as_of = FuzzyDateField(_("as of"), blank=True)
    as_of_day = BoundField(of="as_of")

    class Meta(Record.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        indexes = [models.Index(fields=["indicator", "subject_type", "subject_key"], name="claim_of_figure")]

    def label(self) -> dict[str, str]:
        """The figure as its source words it."""
        number = f"{self.value.normalize():f}" if self.value is not None else ""
        return {"en": f"{number} {self.counts}".strip()}
