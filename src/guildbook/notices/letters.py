"""What stands in a letter beside its words: whole addresses, and the ways to fewer letters."""

from django.conf import settings
from django.utils.translation import gettext as _

from guildbook.notices.models import MailSetting

SETTINGS_PAGE = "/notices/settings"


def site_address() -> str:
    """Where the site is, for whoever reads a letter: the public address, without a slash at its end."""
    return str(settings.ADDRESS).rstrip("/")


def absolute(url: str) -> str:
    """An address of this site as it stands in a letter."""
    return f"{site_address()}{url}" if url.startswith("/") else url


def unsubscribe_url(setting: MailSetting) -> str:
    """The address that ends a person's letters, without signing in."""
    return absolute(f"/notices/unsubscribe/{setting.token}")


def signed(text: str) -> str:
    """A letter's words with the name and address of the book below them."""
    return f"{text.strip()}\n\n-- \n{_('Guildbook')}\n{absolute('/')}\n"


def with_ways_out(text: str, setting: MailSetting) -> str:
    """The same for somebody with an account: how to get fewer letters, and how to get none."""
    ways = "\n".join(
        (
            _("How often you get letters: %(url)s") % {"url": absolute(SETTINGS_PAGE)},
            _("No more letters: %(url)s") % {"url": unsubscribe_url(setting)},
        )
    )
    return signed(f"{text.strip()}\n\n{ways}")
