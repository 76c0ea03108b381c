"""Memberships: who belongs to which alliance, in which role, for what term."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.kit.models import Record
from guildbook.kit.texts import join_labels


class MembershipRole(models.TextChoices):
    """What a member is in its alliance."""

    FOUNDER = "founder", _("founder")
    DIRECTOR = "director", _("director unit")
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")


class MembershipState(models.TextChoices):
    """Where a membership stands."""

    APPLIED = "applied", _("applied")
    ADMITTED = "admitted", _("admitted")
    DECLINED = "declined", _("declined")
    ENDED = "ended", _("ended")


class Membership(Record):
    """An organisation belonging to an alliance, in a role, for a term."""

    alliance = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships", verbose_name=_("alliance"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships_held", verbose_name=_("member")
    )
    role = models.CharField(_("role"), max_length=10, choices=MembershipRole, default=MembershipRole.MEMBER)
    state = models.CharField(_("state"), max_length=10, choices=MembershipState, default=MembershipState.ADMITTED)

    class Meta(Record.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def label(self) -> dict[str, str]:
        """The member and its alliance."""
        return join_labels(" · ", self.organisation.label(), self.alliance.label())

    def clean(self) -> None:
        """Refuse an alliance that belongs to itself, and a membership in what is no alliance."""
        super().clean()
        if self.alliance_id == self.organisation_id:
            raise ValidationError({"organisation": _("An alliance cannot be its own member.")})
        if self.alliance.kind != "alliance":
            raise ValidationError({"alliance": _("Only an alliance has members.")})
        if self.state == MembershipState.ENDED and not self.until:
            raise ValidationError(
                {"until": _("Say until when: a membership that has ended still counts for the past.")}
            )
        if self.organisation.kind == "alliance" and self.state == MembershipState.ADMITTED:
            self._check_nesting()

    def _check_nesting(self) -> None:
        """Refuse that an alliance comes to lie within itself: from the member no way may lead down to it."""
        seen, level = {self.organisation_id}, {self.organisation_id}
        held = Membership.objects.filter(
            models.Q(until_day__isnull=True) | models.Q(until_day__gte=timezone.localdate()),
            state=MembershipState.ADMITTED,
            organisation__kind="alliance",
        ).exclude(pk=self.pk)
        while level:
            level = set(held.filter(alliance__in=level).order_by().values_list("organisation", flat=True)) - seen
            if self.alliance_id in level:
                raise ValidationError({"organisation": _("The alliance already lies within this member.")})
            seen |= level
