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


class Nature(models.TextChoices):
    """What a standard is that nobody set: written to show how the book works."""

    EXAMPLE = "example", _("example, not in force")


class ItemKind(models.TextChoices):
    """What an item of a standard says."""

    DUTY = "duty", _("duty")
    TASK = "task", _("task")
    COMPETENCE = "competence", _("competence")
    KNOWLEDGE = "knowledge", _("knowledge")
    OTHER = "other", _("other item")


class Standard(Record):
    """A professional, curriculum, job or technical standard."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=14, choices=StandardKind)
    nature = models.CharField(_("nature"), max_length=10, choices=Nature, blank=True)
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
    """One version of a standard, in one language; a localised one says which version it localises.

    `localises` names a version of the same standard, or of `localised_from` where that is another one.
    """

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="versions")
    name = models.CharField(_("version"), max_length=40)
    issued = FuzzyDateField(_("issued"), blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    localises = models.CharField(_("localises version"), max_length=40, blank=True)
    localised_from = models.ForeignKey(
        Standard, models.PROTECT, null=True, blank=True, related_name="localised_by", verbose_name=_("of the standard")
    )

    class Meta(Part.Meta):
        verbose_name = _("version")


class StandardItem(Part):
    """One numbered item of a version, such as 2.1.3; its identifier stays when number or text change."""

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="items")
    version = models.CharField(_("version"), max_length=40)
    number = models.CharField(_("number"), max_length=20)
    kind = models.CharField(_("kind"), max_length=12, choices=ItemKind, default=ItemKind.OTHER)
    parent = models.CharField(_("part of"), max_length=20, blank=True)
    text = models.TextField(_("text"))
    identifier = models.CharField(_("identifier"), max_length=40, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("item")
        indexes = [models.Index(fields=["standard", "version"], name="item_of_version")]


class StandardContributor(Part):
    """An organisation that helped to make a standard."""

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="contributors")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="contributions", verbose_name=_("contributor")
    )

    class Meta(Part.Meta):
        verbose_name = _("contributor")
