"""Resources: textbooks and courseware, their makers and editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Field, Organisation, Place
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record


class ResourceKind(models.TextChoices):
    """What a resource is."""

    TEXTBOOK = "textbook", _("textbook")
    COURSEWARE = "courseware", _("courseware")


class Resource(Record):
    """A textbook or courseware: who made it, in which editions, and who it is shared with."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=10, choices=ResourceKind)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="resources", verbose_name=_("field")
    )

    class Meta(Record.Meta):
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class ResourceMaker(Part):
    """An organisation that made a resource."""

    resource = models.ForeignKey(Resource, models.CASCADE, related_name="makers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="resources", verbose_name=_("maker"))

    class Meta(Part.Meta):
        verbose_name = _("maker")


class Edition(Part):
    """One edition of a resource in one language."""

    resource = models.ForeignKey(Resource, models.CASCADE, related_name="editions")
    language = models.CharField(_("language"), max_length=12)
    title = models.CharField(_("title"), max_length=300, blank=True)
    published = FuzzyDateField(_("published"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("edition")


class ResourceShare(Part):
    """An organisation or a country a resource is shared with."""

    resource = models.ForeignKey(Resource, models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="shares", verbose_name=_("shared with")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="shares", verbose_name=_("shared in")
    )
    since = FuzzyDateField(_("since"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("share")
