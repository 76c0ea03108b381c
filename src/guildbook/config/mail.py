"""Where mail goes, read from one line: `console`, `file` or smtp://user:password@host:587?tls=1."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKENDS = "django.core.mail.backends"
ON = {"1", "true", "yes", "on"}


def mail_settings(said: str, folder: Path) -> dict[str, Any]:
    """Django's settings for mail; ImproperlyConfigured where the line makes no sense, its password never repeated."""
    if said == "console":
        return {"EMAIL_BACKEND": f"{BACKENDS}.console.EmailBackend"}
    if said == "file":
        return {"EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": folder}
    return _smtp(said)


def _smtp(said: str) -> dict[str, Any]:
    try:
        url = urlsplit(said)
        port = url.port
    except ValueError:
        url, port = urlsplit(""), None
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise ImproperlyConfigured(
            "GUILDBOOK_MAIL must be console, file or smtp://user:password@host:587?tls=1; "
            "a user or password with / : @ or ? in it is written in percent code"
        )
    tls = parse_qs(url.query).get("tls", [""])[0].lower() in ON
    at_once = url.scheme == "smtps"
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": port or (465 if at_once else 587 if tls else 25),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": tls and not at_once,
        "EMAIL_USE_SSL": at_once,
        "EMAIL_TIMEOUT": 20,
    }
