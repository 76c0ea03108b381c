"""Places: countries and regions, provinces, cities."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record


class PlaceKind(models.TextChoices):
    """How large a place is."""

    GROUP = "group", _("group of countries")
    COUNTRY = "country", _("country or region")
    PROVINCE = "province", _("province")
    CITY = "city", _("city")


class Place(Record):
    """A country or region, a province or a city; `path` lists the keys from the country down to it."""

    names = LanguageMapField(_("name"))
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="places", verbose_name=_("part of")
    )
    iso_code = models.CharField(_("ISO 3166 code"), max_length=6, blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    country = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("country")
    )
    path = models.CharField(max_length=400, editable=False, default="", db_index=True)
    members = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="groups", verbose_name=_("countries of the group")
    )

    class Meta(Record.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def label(self) -> dict[str, str]:
        """The name in its languages."""
        return dict(self.names)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep `path` and `country` in step with the parent; they let SQL ask “anywhere within”."""
        before, self.path = self.path, f"{self.parent.path}{self.key}/" if self.parent else f"{self.key}/"
        if self.parent:
            self.country = self.parent.country if self.parent.kind != PlaceKind.COUNTRY else self.parent
        super().save(*args, **kwargs)
        if self.kind == PlaceKind.COUNTRY and self.country_id != self.pk:
            # A country is its own country, so that one join answers for cities and countries alike.
            self.country = self
            super().save(update_fields=["country"])
        if before not in ("", self.path):
            for place in self.places.all():
                place.save()  # what lies in it has moved along
