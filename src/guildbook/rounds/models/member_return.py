"""Returns: figures members reported in a round."""

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


class Return(Record):
    """A figure a member reported in a round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="returns", verbose_name=_("round"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="returns", verbose_name=_("reported by")
    )
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="returns", verbose_name=_("indicator"))
    subject_type = models.CharField(_("kind of subject"), max_length=30, blank=True)
    subject_key = models.CharField(_("subject"), max_length=120, blank=True)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    as_of = FuzzyDateField(_("as of"))
    as_of_day = BoundField(of="as_of")
    state = models.CharField(_("state"), max_length=10, choices=ReturnState, default=ReturnState.SUBMITTED)

    class Meta(Record.Meta):
        verbose_name = _("return")
        verbose_name_plural = _("returns")

    def label(self) -> dict[str, str]:
        """The indicator and who reported."""
        return join_labels(" · ", self.indicator.label(), self.organisation.label())
