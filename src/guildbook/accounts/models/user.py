"""The person who signs in; roles over records come from stewardship and offices in a later chapter."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A signed-in person; staff may edit the whole book until accounts get their roles."""
