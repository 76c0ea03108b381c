"""Persons in roles: who holds what post at which organisation, for what term."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models.organisation import Organisation
from guildbook.directory.models.person import Person
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record
from guildbook.kit.texts import join_labels


class Role(Record):
    """A named public person holding a role at an organisation for a term."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles", verbose_name=_("person"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="roles", verbose_name=_("organisation"))
    title = LanguageMapField(_("title"))

    class Meta(Record.Meta):
        verbose_name = _("person in role")
        verbose_name_plural = _("people in roles")

    def label(self) -> dict[str, str]:
        """The person and the title held."""
        return join_labels(", ", self.person.label(), self.title)
