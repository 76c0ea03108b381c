"""Who is asking: the one argument every read and every write takes first."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Actor:
    """Somebody who reads or writes: a name for the history, and whether they are staff of this book."""

    name: str
    is_staff: bool = False


PUBLIC = Actor("public")
SYSTEM = Actor("guildbook", is_staff=True)


def actor_of(request: HttpRequest) -> Actor:
    """The actor behind a web request."""
    user = request.user
    return Actor(user.get_username(), is_staff=user.is_staff) if user.is_authenticated else PUBLIC
