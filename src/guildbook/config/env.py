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
