"""Named public persons; what they do is in their roles. Learners are not these."""

from django.utils.translation import gettext_lazy as _

from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Record


class Person(Record):
    """A named public person."""

    names = LanguageMapField(_("name"))

    class Meta(Record.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def label(self) -> dict[str, str]:
        """The name in its languages."""
        return dict(self.names)
