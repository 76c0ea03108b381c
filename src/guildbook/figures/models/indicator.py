"""Indicators: written definitions of counts and sums."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record


class Indicator(Record):
    """A written definition of a count or sum, with the declarative form the book computes it from."""

    title = LanguageMapField(_("title"))
    text = LanguageMapField(_("definition in words"))
    theme = models.CharField(_("theme"), max_length=40, blank=True)
    phrases = models.JSONField(_("phrases in texts"), default=dict, blank=True)
    definition = models.JSONField(_("definition"), default=dict)

    class Meta(Record.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)
