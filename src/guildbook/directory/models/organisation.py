"""Organisations and their dated names."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models.place import Place
from guildbook.kit.fields import LANGUAGE_TAG, BoundField, FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record


class OrganisationKind(models.TextChoices):
    """What an organisation is."""

    SCHOOL = "school", _("school")
    COMPANY = "company", _("company")
    GOVERNMENT = "government", _("government body")
    ASSOCIATION = "association", _("association")
    CENTRE = "centre", _("centre")
    ALLIANCE = "alliance", _("alliance")
    MEDIA = "media", _("media outlet")


class NameKind(models.TextChoices):
    """Where a name of an organisation comes from."""

    OFFICIAL = "official", _("official")
    FORMER = "former", _("former")
    TRANSLATED = "translated", _("translated")
    TRANSLITERATED = "transliterated", _("transliterated")
    SHORT = "short", _("short")


# Which names are shown rather than others.
_SHOWN = [NameKind.OFFICIAL, NameKind.TRANSLATED, NameKind.TRANSLITERATED, NameKind.FORMER, NameKind.SHORT]


class Organisation(Record):
    """A school, company, government body, association, centre, alliance or media outlet."""

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind, db_index=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name=_("place")
    )
    labels = LanguageMapField(editable=False, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="bodies", verbose_name=_("part of")
    )

    class Meta(Record.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def label(self) -> dict[str, str]:
        """The best current name per language, kept beside the names so that lists need no join."""
        return dict(self.labels)

    def spellings(self) -> list[str]:
        """Every name it has or had."""
        return [name.text for name in self.names.all()]

    def clean(self) -> None:
        """Refuse that an alliance becomes something else: memberships, agreements and figures rest on it."""
        super().clean()
        changes = self.kind != OrganisationKind.ALLIANCE and bool(self.pk)
        if changes and Organisation.objects.filter(pk=self.pk, kind=OrganisationKind.ALLIANCE).exists():
            raise ValidationError({"kind": _("An alliance stays one; withdraw it instead.")})

    def derived(self) -> dict[str, Any]:
        """Choose the name to show per language: official before translated, current before former, short ones last."""
        names = sorted(self.names.all(), key=lambda name: (bool(name.until), _SHOWN.index(NameKind(name.kind))))
        labels: dict[str, str] = {}
        for name in names:
            labels.setdefault(name.language, name.text)
        return {"labels": labels, **super().derived()}


class OrganisationName(Part):
    """One name of an organisation: its language, what kind of name it is, and when it was borne."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("language"), max_length=12)
    kind = models.CharField(_("kind of name"), max_length=16, choices=NameKind, default=NameKind.OFFICIAL)
    since = FuzzyDateField(_("since"), blank=True)
    until = FuzzyDateField(_("until"), blank=True)
    until_day = BoundField(of="until")

    class Meta(Part.Meta):
        verbose_name = _("name")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Refuse what is not a language tag."""
        if not LANGUAGE_TAG.match(self.language):
            raise ValidationError({"language": _("Write a language tag such as en, vi or zh-Hans.")})
