"""Reports: pages written with figures, and what stood behind these on the day of publication."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record, Status


class ReportKind(models.TextChoices):
    """What kind of text it is."""

    ANNUAL = "annual-report", _("annual report")
    PRESS = "press-note", _("press note")
    OTHER = "other", _("other report")


class Standing(models.TextChoices):
    """Whether the book still says what the report said."""

    STANDS = "stands", _("stands")
    CONTRADICTED = "contradicted", _("contradicted")


class Report(Record):
    """A text with figures inserted by name: live while it is a draft, frozen with their lineage once published."""

    # Whoever enters a report begins a draft; publishing is a step of its own, because it freezes.
    status = models.CharField(_("publication"), max_length=12, choices=Status, default=Status.DRAFT)
    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=14, choices=ReportKind)
    alliance = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("alliance")
    )
    authors = models.ManyToManyField(
        Organisation, blank=True, related_name="reports_written", verbose_name=_("authors")
    )
    period = FuzzyDateField(_("period"), blank=True)
    body = LanguageMapField(_("text"), blank=True)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("corrects")
    )
    published = FuzzyDateField(_("published"), blank=True)
    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.STANDS)

    class Meta(Record.Meta):
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class FrozenFigure(Part):
    """A figure as a report published it: the question, the value, and the whole lineage on that day, sealed by a hash.

    `name` is the question as insertions write it; `claims` says by language which claim of the book makes it.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="frozen")
    place = models.PositiveIntegerField(_("number"))
    name = models.CharField(_("figure"), max_length=400)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    lineage = models.JSONField(_("lineage"))
    sha256 = models.CharField(_("content hash"), max_length=64)
    at = FuzzyDateField(_("frozen on"))
    claims = models.JSONField(_("claims"), default=dict, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("frozen figure")


class Acknowledgement(Part):
    """A number of the text that differs from the book, which somebody let stand and said why."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="acknowledged")
    language = models.CharField(_("language"), max_length=12)
    number = models.CharField(_("number"), max_length=120)
    quote = models.TextField(_("quote"))
    reason = models.CharField(_("reason"), max_length=300)

    class Meta(Part.Meta):
        verbose_name = _("number let stand")
