"""Standards with versions, numbered items and contributors."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Field, Organisation
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record


class StandardKind(models.TextChoices):
    """What a standard sets."""

    PROFESSIONAL = "professional", _("professional standard")
    CURRICULUM = "curriculum", _("curriculum standard")
    JOB = "job", _("job standard")
    TECHNICAL = "technical", _("technical standard")


class Standard(Record):
    """A professional, curriculum, job or technical standard."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=14, choices=StandardKind)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="standards", verbose_name=_("owner")
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="standards", verbose_name=_("field")
    )

    class Meta(Record.Meta):
        verbose_name = _("standard")
        verbose_name_plural = _("standards")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class StandardVersion(Part):
    """One version of a standard."""

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="versions")
    name = models.CharField(_("version"), max_length=40)
    issued = FuzzyDateField(_("issued"), blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("version")


class StandardItem(Part):
    """One numbered item of a version, such as 2.1.3; the number tells its place."""

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="items")
    version = models.CharField(_("version"), max_length=40)
    number = models.CharField(_("number"), max_length=20)
    text = models.TextField(_("text"))

    class Meta(Part.Meta):
        verbose_name = _("item")


class StandardContributor(Part):
    """An organisation that helped to make a standard."""

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="contributors")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="contributions", verbose_name=_("contributor")
    )

    class Meta(Part.Meta):
        verbose_name = _("contributor")
