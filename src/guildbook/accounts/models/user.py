"""The person who signs in; what they may do comes from their mandates (mandates/)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 80


class User(AbstractUser):
    """A signed-in person; staff may edit the whole book, others what their mandates give them.

    `username` is for accounts made on the command line; everybody else's is made up, says nothing and is not shown.
    """

    shown_name = models.CharField(_("name"), max_length=NAME_LENGTH, blank=True, default="")
    # The language of letters: one of settings.LANGUAGES, or empty where the person never chose.
    language = models.CharField(max_length=16, blank=True, default="")

    def get_full_name(self) -> str:
        """What history and colleagues know the person by: the name they chose, else their user name."""
        return self.shown_name or self.get_username()

    def get_short_name(self) -> str:
        """The same: names are not cut."""
        return self.get_full_name()
