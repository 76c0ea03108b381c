"""What keeps robots from a form that needs no account: a field people leave empty, time, and how many come."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.utils.translation import gettext as _

TRAP = "subject_line"
BEGUN = "begun"
# Nobody fills in the form in less; a page left open for longer is asked for again.
QUICKEST, LONGEST = 2, 2 * 24 * 3600
AN_HOUR, A_DAY = 3600, 24 * 3600
MOST_AN_HOUR, MOST_TO_AN_ADDRESS = 30, 5
_signer = TimestampSigner(salt="guildbook.joining")


def begun() -> str:
    """A hidden value that says when the form was opened, and cannot be made up."""
    return _signer.sign("form")


def robotic(request: HttpRequest) -> str:
    """Why what was sent is not taken from a person, in words for the person it may be after all; empty if it is."""
    if request.POST.get(TRAP):
        return _("Leave the field without a label empty, and send the form again.")
    stamp = request.POST.get(BEGUN, "")
    try:
        _signer.unsign(stamp, max_age=LONGEST)
    except BadSignature:
        return _("This form was open for very long. Please look through it and send it again.")
    try:
        _signer.unsign(stamp, max_age=QUICKEST)
    except BadSignature:
        return ""
    return _("That was very quick. Please look through the form and send it again.")


def too_many(request: HttpRequest) -> bool:
    """Whether so many forms came from where this one comes from that it has to wait."""
    return _counted(f"from {get_adapter().get_client_ip(request)}", MOST_AN_HOUR, AN_HOUR)


def too_many_to(address: str) -> bool:
    """Whether an address was written to so often today that somebody may be making fun of it."""
    return _counted(f"to {address.casefold()}", MOST_TO_AN_ADDRESS, A_DAY)


def _counted(what: str, most: int, seconds: int) -> bool:
    key = f"joining:{hashlib.sha256(what.encode()).hexdigest()}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two
        return False
