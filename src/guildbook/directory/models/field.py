"""Fields of education and training, after ISCED-F 2013."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record


class Field(Record):
    """A broad, narrow or detailed field of education (ISCED-F 2013); its code is two, three or four digits."""

    code = models.CharField(_("ISCED-F code"), max_length=4, unique=True)
    names = LanguageMapField(_("name"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="fields", verbose_name=_("part of")
    )

    class Meta(Record.Meta):
        ordering = ("code",)
        verbose_name = _("field of education")
        verbose_name_plural = _("fields of education")

    def label(self) -> dict[str, str]:
        """The name in its languages."""
        return dict(self.names)
