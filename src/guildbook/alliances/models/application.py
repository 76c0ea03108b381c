"""Applications: an organisation asks to join an alliance, and what was said about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.alliances.models.membership import Membership, MembershipRole
from guildbook.directory.models import Organisation, Place
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.kit.fields import LanguageMapField


class ApplicationState(models.TextChoices):
    """Where an application stands."""

    RECEIVED = "received", _("received")
    ASKED = "asked", _("waiting for an answer")
    ANSWERED = "answered", _("answered")
    ADMITTED = "admitted", _("admitted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Application(models.Model):
    """An organisation asking to join: one the book has, or one described by names, kind, country and website.

    Name and address of the contact are personal data: only the applicant and the secretariat see them, and they are
    erased some time after the decision. Of the applicant's link only a hash is kept: it is made of `salt` and the
    book's key.
    """

    alliance = models.ForeignKey(Organisation, models.PROTECT, related_name="applications")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="applications_made"
    )
    names = LanguageMapField(_("name"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind, blank=True)
    country = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    town = models.CharField(_("city"), max_length=120, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=MembershipRole, default=MembershipRole.MEMBER)
    statement = models.TextField(_("statement"), blank=True)
    language = models.CharField(max_length=12, default="en")
    contact_name = models.CharField(_("your name"), max_length=120, blank=True)
    contact_address = models.EmailField(_("your e-mail address"), max_length=254, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    salt = models.CharField(max_length=32, default="", blank=True)
    token_hash = models.CharField(max_length=64, default="", blank=True)
    state = models.CharField(max_length=10, choices=ApplicationState, default=ApplicationState.RECEIVED)
    at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    reason = models.TextField(blank=True)
    membership = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["alliance", "state"], name="applications_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["token_hash"], condition=~models.Q(token_hash=""), name="application_link_unique"
            )
        ]
        verbose_name = _("application")
        verbose_name_plural = _("applications")

    def __str__(self) -> str:
        return f"application {self.pk} {self.state}"

    def label(self) -> dict[str, str]:
        """What the organisation is called."""
        return self.organisation.label() if self.organisation is not None else dict(self.names)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state in OPEN


OPEN = (ApplicationState.RECEIVED, ApplicationState.ASKED, ApplicationState.ANSWERED)


class Deed(models.TextChoices):
    """What happened to an application."""

    RECEIVED = "received", _("application received")
    ASKED = "asked", _("question")
    ANSWERED = "answered", _("answer")
    NOTED = "noted", _("note of the secretariat")
    ADMITTED = "admitted", _("admitted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Remark(models.Model):
    """One step of an application: who, when, what was said. Notes stay with the secretariat."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="remarks")
    deed = models.CharField(max_length=10, choices=Deed)
    who = models.CharField(max_length=150, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("at", "pk")
        verbose_name = _("remark")

    def __str__(self) -> str:
        return f"{self.application_id} {self.deed}"
