"""How the columns of somebody's own list are read, remembered by the headings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.directory.models import Organisation


class Mapping(models.Model):
    """A named reading of a list: `columns` gives for each heading what it is; shared with an organisation's people."""

    name = models.CharField(_("name"), max_length=100)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    record_type = models.CharField(max_length=30)
    columns = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("reading of a list")

    def __str__(self) -> str:
        return self.name
