"""What every answer carries: the language asked for, and headers that keep strangers' code out."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]
A_YEAR = 365 * 24 * 3600


def choose_language(handler: Handler) -> Handler:
    """Serve `?lang=` and remember it; else the cookie, else what the browser asks for."""

    def serve(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        known = dict(settings.LANGUAGES)
        language = asked if asked in known else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language  # where Django's own middleware puts it
            answer = handler(request)
        patch_vary_headers(answer, ("Accept-Language", "Cookie"))
        answer.headers.setdefault("Content-Language", language)
        if asked in known:
            answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, asked, max_age=A_YEAR, samesite="Lax")
        return answer

    return serve


def security_headers(handler: Handler) -> Handler:
    """Allow only this site's own scripts, styles and pictures."""

    def serve(request: HttpRequest) -> HttpResponse:
        answer = handler(request)
        answer.headers.setdefault(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            "frame-ancestors 'none'",
        )
        answer.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return answer

    return serve
