"""The environment variables Guildbook reads, each with its meaning and default."""

import os
from pathlib import Path


def text(name: str, default: str = "") -> str:
    """An environment variable, stripped."""
    return os.environ.get(name, default).strip()


def flag(name: str) -> bool:
    """True for 1, true, yes or on."""
    return text(name).lower() in {"1", "true", "yes", "on"}


DATA = Path(text("GUILDBOOK_DATA", "data")).absolute()
"""Folder of the embedded database and uploaded files."""

DEBUG = flag("GUILDBOOK_DEBUG")
"""Show tracebacks in the browser; never on a public machine."""

SECRET_KEY = text("GUILDBOOK_SECRET_KEY")
"""Signs sessions; made and kept in the data folder when not given."""

HOSTS = text("GUILDBOOK_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
"""Host names the site answers to, separated by commas."""

ADDRESS = text("GUILDBOOK_ADDRESS").rstrip("/")
"""The site's own address, such as https://book.example.org: mails link to it; https makes cookies secure."""

MAIL = text("GUILDBOOK_MAIL", "file")
"""Where mail goes: `console`, `file` or smtp://user:password@host:587?tls=1."""

MAIL_FROM = text("GUILDBOOK_MAIL_FROM")
"""The sender of mails; made from the site's address when not given."""

SIGN_UP = text("GUILDBOOK_SIGN_UP", "invited")
"""Who may make an account: `invited`, or `open` for everybody."""

INSTITUTIONS = text("GUILDBOOK_INSTITUTIONS")
"""A JSON file of the OpenID Connect providers whose people may sign in."""

CHROMIUM = text("GUILDBOOK_CHROMIUM")
"""The browser that makes PDF files and draws charts for Word; found by itself when not given."""
