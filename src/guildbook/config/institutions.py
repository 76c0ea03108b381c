"""The institutions whose people sign in with their own account there (OpenID Connect), read from a JSON file."""

import json
import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

NEEDED = ("id", "name", "server", "client_id", "secret", "domains")
ID = re.compile(r"[a-z0-9-]{1,40}")
DOMAIN = re.compile(r"(?!-)[a-z0-9.-]+\.[a-z0-9-]+")


def institutions(path: Path) -> list[dict[str, Any]]:
    """What allauth calls apps; ImproperlyConfigured names the entry that is wrong, and never repeats a secret."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise ImproperlyConfigured(f"GUILDBOOK_INSTITUTIONS: {path.name} cannot be read as JSON: {wrong}") from wrong
    if not isinstance(entries, list):
        raise ImproperlyConfigured(f"GUILDBOOK_INSTITUTIONS: {path.name} must hold a list of institutions")
    apps = [_app(entry, f"{path.name}, entry {number}") for number, entry in enumerate(entries, 1)]
    names = [app["provider_id"] for app in apps]
    if len(set(names)) < len(names):
        raise ImproperlyConfigured(f"GUILDBOOK_INSTITUTIONS: {path.name}: two entries have the same id")
    return apps


def _app(entry: Any, where: str) -> dict[str, Any]:
    def refuse(why: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"GUILDBOOK_INSTITUTIONS: {where}: {why}")

    if not isinstance(entry, dict):
        raise refuse("is no object")
    lacking = [name for name in NEEDED if not entry.get(name)]
    if lacking:
        raise refuse(f"lacks {', '.join(lacking)}")
    if odd := sorted(set(entry) - set(NEEDED)):
        raise refuse(f"has {', '.join(odd)}, which mean nothing here")
    if not ID.fullmatch(str(entry["id"])):
        raise refuse("its id must be of small letters, digits and hyphens")
    if not str(entry["server"]).startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise refuse("its server must be an https address")
    domains = entry["domains"]
    if not isinstance(domains, list) or not all(isinstance(each, str) and DOMAIN.fullmatch(each) for each in domains):
        raise refuse('its domains must be a list such as ["school.example"], in small letters')
    return {
        "provider_id": entry["id"],
        "name": str(entry["name"]),
        "client_id": str(entry["client_id"]),
        "secret": str(entry["secret"]),
        # `domains` is ours: the mail domains this institution answers for; see accounts.adapters.
        "settings": {"server_url": entry["server"], "domains": domains, "oauth_pkce_enabled": True},
    }
