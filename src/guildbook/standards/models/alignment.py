"""Alignments: which items of one version of a standard say what items of another say, as people confirmed it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Part, Record
from guildbook.kit.texts import join_labels
from guildbook.standards.models.standard import Standard


class AlignmentState(models.TextChoices):
    """How far people have looked at an alignment."""

    PROPOSED = "proposed", _("proposed")
    IN_REVIEW = "in-review", _("in review")
    CONFIRMED = "confirmed", _("confirmed")


class Relation(models.TextChoices):
    """How the second item stands to the first."""

    EXACT = "exact", _("the same")
    BROADER = "broader", _("broader")
    NARROWER = "narrower", _("narrower")
    RELATED = "related", _("related")


class MatchState(models.TextChoices):
    """What a person decided about two items."""

    CONFIRMED = "confirmed", _("confirmed")
    TO_REVIEW = "to-review", _("to be reviewed")
    REJECTED = "rejected", _("rejected")


class Alignment(Record):
    """Two versions of standards, item by item; how many items each has and how many of them are covered."""

    from_standard = models.ForeignKey(
        Standard, models.PROTECT, related_name="alignments_from", verbose_name=_("from the standard")
    )
    from_version = models.CharField(_("from the version"), max_length=40)
    to_standard = models.ForeignKey(
        Standard, models.PROTECT, related_name="alignments_to", verbose_name=_("to the standard")
    )
    to_version = models.CharField(_("to the version"), max_length=40)
    state = models.CharField(_("state"), max_length=10, choices=AlignmentState, default=AlignmentState.PROPOSED)
    from_items = models.PositiveIntegerField(_("items of the first"), default=0)
    from_covered = models.PositiveIntegerField(_("items of the first covered"), default=0)
    to_items = models.PositiveIntegerField(_("items of the second"), default=0)
    to_covered = models.PositiveIntegerField(_("items of the second covered"), default=0)
    # How far the computing of proposals is; no word of it goes into documents.
    computing = models.CharField(max_length=10, editable=False, default="", blank=True)
    computed = models.PositiveIntegerField(editable=False, default=0)
    to_compute = models.PositiveIntegerField(editable=False, default=0)
    computed_at = models.DateTimeField(editable=False, null=True)

    class Meta(Record.Meta):
        verbose_name = _("alignment")
        verbose_name_plural = _("alignments")

    def label(self) -> dict[str, str]:
        """Both standards with their versions."""
        versions = ({"en": f"{self.from_version} →"}, {"en": self.to_version})
        first, second = self.from_standard.label(), self.to_standard.label()
        return join_labels(" ", first, versions[0], second, versions[1])


class AlignmentMatch(Part):
    """Two items somebody looked at: confirmed with a relation, or rejected; or once confirmed and since changed.

    `texts` is the hash of both items' texts as they read when it was decided; `carried_from` names the alignment of
    an earlier version in which it was.
    """

    alignment = models.ForeignKey(Alignment, models.CASCADE, related_name="matches")
    from_item = models.CharField(_("item of the first"), max_length=40)
    to_item = models.CharField(_("item of the second"), max_length=40)
    relation = models.CharField(_("relation"), max_length=10, choices=Relation, default=Relation.EXACT)
    state = models.CharField(_("state"), max_length=10, choices=MatchState, default=MatchState.CONFIRMED)
    score = models.FloatField(_("score"), null=True, blank=True)
    confirmed_by = models.CharField(_("reviewed by"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("for the organisation")
    )
    confirmed_on = FuzzyDateField(_("reviewed on"), blank=True)
    texts = models.CharField(_("hash of the texts"), max_length=64, blank=True)
    carried_from = models.CharField(_("carried over from"), max_length=120, blank=True)
    note = LanguageMapField(_("note"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("match")


class AlignmentProposal(models.Model):
    """Two items that a machine takes for the same, unreviewed: no fact of the book, so no document carries it."""

    alignment = models.ForeignKey(Alignment, models.CASCADE, related_name="proposals")
    from_item = models.CharField(max_length=40)
    to_item = models.CharField(max_length=40)
    score = models.FloatField()
    further = models.BooleanField(default=False)

    class Meta:
        ordering = ("alignment", "pk")

    def __str__(self) -> str:
        return f"{self.from_item} → {self.to_item} ({self.score:.2f})"
