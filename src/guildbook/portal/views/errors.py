"""Pages for what went wrong, in the look of the book."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _wrong(request: HttpRequest, status: int, heading: str, words: str) -> HttpResponse:
    context = {"heading": heading, "words": words}
    return render(request, "portal/wrong.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: what may not be seen answers the same."""
    said = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    words = said or _("The book has no page at this address.")
    return _wrong(request, 404, _("There is no such page"), words)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, and not allowed to."""
    return _wrong(request, 403, _("You may not do this"), str(exception) or _("Only staff of this book may."))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that makes no sense; what was wrong with it stays in the log."""
    return _wrong(request, 400, _("The request could not be read"), _("Go back, and send it again."))


def too_many(request: HttpRequest) -> HttpResponse:
    """429: more attempts than people make."""
    words = _("Too many attempts. Wait a few minutes, then try again.")
    return _wrong(request, 429, _("Not so fast"), words)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault, entered in the log."""
    return _wrong(
        request, 500, _("Something went wrong here"), _("It was our fault, and it is in the log. Nothing was changed.")
    )
