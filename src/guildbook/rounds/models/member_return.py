"""Returns: figures members reported in a round."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.figures.models import Indicator
from guildbook.kit.fields import BoundField, FuzzyDateField
from guildbook.kit.models import Record
from guildbook.kit.texts import join_labels
from guildbook.rounds.models.collection_round import Round


class ReturnState(models.TextChoices):
    """Where a return stands; only approved ones feed figures."""

    SUBMITTED = "submitted", _("submitted")
    SENT_BACK = "sent-back", _("sent back")
    APPROVED = "approved", _("approved")


class ReturnAnswer(models.TextChoices):
    """What was answered: a number, that there are none, or that nobody knows; these are three answers, not one."""

    VALUE = "value", _("a number")
    NONE = "none", _("none")
    NOT_KNOWN = "not-known", _("not known")


class Capacity(models.TextChoices):
    """What the reporting organisation is to the thing it reports of; the first of them is believed first."""

    OWN = "own", _("itself")
    HOST = "host", _("host")
    FOUNDER = "founder", _("founder")
    DELIVERS = "delivers", _("delivers it")
    INDUSTRY = "industry", _("industry partner")


class Return(Record):
    """A figure a member reported in a round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="returns", verbose_name=_("round"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="returns", verbose_name=_("reported by")
    )
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="returns", verbose_name=_("indicator"))
    question = models.CharField(_("question"), max_length=40, blank=True)
    subject_type = models.CharField(_("kind of subject"), max_length=30, blank=True)
    subject_key = models.CharField(_("subject"), max_length=120, blank=True)
    capacity = models.CharField(_("reported as"), max_length=10, choices=Capacity, default=Capacity.OWN)
    answer = models.CharField(_("answer"), max_length=10, choices=ReturnAnswer, default=ReturnAnswer.VALUE)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4, null=True, blank=True)
    as_of = FuzzyDateField(_("as of"))
    as_of_day = BoundField(of="as_of")
    state = models.CharField(_("state"), max_length=10, choices=ReturnState, default=ReturnState.SUBMITTED)

    class Meta(Record.Meta):
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        indexes = [models.Index(fields=["subject_type", "subject_key"], name="return_of_subject")]

    def label(self) -> dict[str, str]:
        """The indicator and who reported."""
        return join_labels(" · ", self.indicator.label(), self.organisation.label())

    def clean(self) -> None:
        """Refuse an answer that contradicts itself: a number without one, or “not known” with one."""
        super().clean()
        if self.answer == ReturnAnswer.VALUE and self.value is None:
            raise ValidationError({"value": _("Write the number, or answer “none” or “not known”.")})
        if self.answer == ReturnAnswer.NOT_KNOWN and self.value is not None:
            raise ValidationError({"value": _("What is not known has no number.")})
        if self.answer == ReturnAnswer.NONE and self.value:
            raise ValidationError({"value": _("None is nought.")})
