"""Plans with their goals and tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation, Place
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Part, Record


class Plan(Record):
    """What an organisation or a place set out to do: goals, tasks and targets."""

    title = LanguageMapField(_("title"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="plans", verbose_name=_("plan of")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="plans", verbose_name=_("place")
    )

    class Meta(Record.Meta):
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def label(self) -> dict[str, str]:
        """The title in its languages."""
        return dict(self.title)


class Goal(Part):
    """A goal of a plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="goals")
    text = LanguageMapField(_("goal"))

    class Meta(Part.Meta):
        verbose_name = _("goal")


class Task(Part):
    """A task of a plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    text = LanguageMapField(_("task"))

    class Meta(Part.Meta):
        verbose_name = _("task")
