"""Sources: the documents that records, claims and adoptions rest on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models.organisation import Organisation
from guildbook.kit.fields import BoundField, FuzzyDateField, LanguageMapField
from guildbook.kit.models import Record


class SourceKind(models.TextChoices):
    """What a source is."""

    PRESS = "press", _("press text")
    DOCUMENT = "document", _("document")
    DATASET = "dataset", _("reference data")


class Source(Record):
    """A document the book cites; its text is kept where we hold it, so that a locator can be shown in place."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=10, choices=SourceKind)
    publisher = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="sources", verbose_name=_("publisher")
    )
    published = FuzzyDateField(_("published"), blank=True)
    published_day = BoundField(of="published")
    language = models.CharField(_("language"), max_length=12, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    url = models.URLField(_("address"), blank=True)
    file = models.CharField(_("file"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
