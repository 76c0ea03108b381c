"""Agreements with their parties and versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place, Role
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record


class AgreementKind(models.TextChoices):
    """What kind of paper it is."""

    MEMORANDUM = "memorandum", _("memorandum")
    FRAMEWORK = "framework", _("framework agreement")
    CONTRACT = "contract", _("contract")
    LETTER = "letter-of-intent", _("letter of intent")


class AgreementState(models.TextChoices):
    """Where an agreement stands."""

    DRAFT = "draft", _("draft")
    CIRCULATED = "circulated", _("circulated")
    SIGNED = "signed", _("signed")
    IN_FORCE = "in-force", _("in force")
    EXPIRING = "expiring", _("expiring")
    RENEWED = "renewed", _("renewed")
    AMENDED = "amended", _("amended")
    ENDED = "ended", _("ended")


class SigningState(models.TextChoices):
    """Where one party stands."""

    INVITED = "invited", _("invited")
    APPROVED = "approved", _("approved")
    SIGNED = "signed", _("signed")
    DECLINED = "declined", _("declined")


class SigningMethod(models.TextChoices):
    """How a signature was given."""

    PAPER = "on-paper", _("on paper")
    LETTERS = "exchange-of-letters", _("exchange of letters")
    BOOK = "in-the-book", _("in the book")


class TextStanding(models.TextChoices):
    """What a text counts for beside those in other languages."""

    AUTHENTIC = "authentic", _("authoritative")
    TRANSLATION = "translation", _("translation")


class Agreement(Record):
    """N parties × signed versions: a memorandum, framework, contract or letter of intent."""

    title = LanguageMapField(_("title"))
    kind = models.CharField(_("kind"), max_length=16, choices=AgreementKind)
    state = models.CharField(_("state"), max_length=10, choices=AgreementState)
    signed = FuzzyDateField(_("signed"), blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("signed at")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="annexes", verbose_name=_("under")
    )
    renews = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewals", verbose_name=_("renews")
    )
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("amends")
    )
    alliance = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("alliance")
    )
    notice_months = models.PositiveSmallIntegerField(_("months of notice before its end"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class AgreementParty(Part):
    """One party to an agreement and where its signature stands."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="parties", verbose_name=_("party"))
    signing = models.CharField(_("signing"), max_length=10, choices=SigningState)
    signed = FuzzyDateField(_("signed"), blank=True)
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="signatures", verbose_name=_("signed by")
    )
    method = models.CharField(_("way of signing"), max_length=20, choices=SigningMethod, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("party")


class AgreementVersion(Part):
    """One version of the text in one language; what was sent to the parties is frozen, told by its hash."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    language = models.CharField(_("language"), max_length=12)
    standing = models.CharField(_("standing"), max_length=12, choices=TextStanding, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    text = models.TextField(_("text"), blank=True)
    circulated = FuzzyDateField(_("circulated"), blank=True)
    signed = FuzzyDateField(_("signed"), blank=True)
    content_hash = models.CharField(_("SHA-256 of the frozen text"), max_length=64, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("version")
