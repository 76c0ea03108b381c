"""Applications: the secretariat's queue, and the applicant's own, by link or account."""

import base64
import hashlib

from django.db.models import Count, QuerySet
from django.utils.crypto import salted_hmac

from guildbook.alliances.models import Application
from guildbook.alliances.models.application import OPEN
from guildbook.alliances.rules import may_admit, may_follow
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.notices.letters import absolute


def token_of(application: Application) -> str:
    """The word in the applicant's private link: made anew of what is kept and the book's own key each time."""
    digest = salted_hmac("guildbook.application", f"{application.pk}:{application.salt}", algorithm="sha256").digest()
    return "a" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def hash_of(token: str) -> str:
    """What is kept of a private link, to find its application by."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(application: Application) -> str:
    """The applicant's private address."""
    return absolute(f"/applications/{token_of(application)}")


def _read() -> QuerySet[Application]:
    return Application.objects.select_related("alliance", "organisation", "country", "membership", "user")


def application_by_token(token: str) -> Application | None:
    """The application a private link stands for; None for any other word."""
    return _read().filter(token_hash=hash_of(token)).first()


def application_of(actor: Actor, pk: int) -> Application | None:
    """An application for who sent it while signed in; another's does not exist for them."""
    found = _read().filter(pk=pk).first()
    return found if found is not None and may_follow(actor, found) else None


def applications_of(actor: Actor) -> QuerySet[Application]:
    """The applications somebody sent while signed in."""
    return _read().filter(user=actor.user) if actor.user is not None else Application.objects.none()


def applications_to(actor: Actor, alliance: Organisation) -> QuerySet[Application]:
    """Applications to an alliance, open ones to be looked at first; for who decides on them only."""
    if not may_admit(actor, alliance.pk):
        return Application.objects.none()
    return _read().filter(alliance=alliance.pk)


def application_for(actor: Actor, alliance: Organisation, pk: int) -> Application | None:
    """One application to an alliance, for who decides on it."""
    return applications_to(actor, alliance).filter(pk=pk).first()


def may_see_application(actor: Actor, key: str) -> bool:
    """Whether the actor sees an application and its files: who sent it while signed in, and who decides."""
    found = Application.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
    return found is not None and (may_follow(actor, found) or may_admit(actor, found.alliance_id))


def waiting_for(actor: Actor) -> dict[str, int]:
    """How many open applications wait for the actor's decision, by the alliance's key."""
    found = Application.objects.filter(alliance__in=actor.serves, state__in=OPEN).order_by()
    return dict(found.values_list("alliance__key").annotate(Count("pk")))
