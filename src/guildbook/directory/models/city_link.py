"""City links: sister-city relations between two places."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models.place import Place
from guildbook.kit.models import Record
from guildbook.kit.texts import join_labels


class CityLink(Record):
    """A sister-city relation between two places, since a date."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="links_out", verbose_name=_("place"))
    partner = models.ForeignKey(Place, models.PROTECT, related_name="links_in", verbose_name=_("partner place"))

    class Meta(Record.Meta):
        verbose_name = _("city link")
        verbose_name_plural = _("city links")

    def label(self) -> dict[str, str]:
        """The two places."""
        return join_labels(" – ", self.place.label(), self.partner.label())

    def clean(self) -> None:
        """Refuse a place twinned with itself."""
        super().clean()
        if self.place_id == self.partner_id:
            raise ValidationError({"partner": _("A city link joins two different places.")})
