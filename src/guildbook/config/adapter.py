"""The account adapter, with the outbox that stands above accounts."""

from django.utils import translation

from guildbook.accounts.adapters import AccountAdapter
from guildbook.notices.actions import write_letter


class Adapter(AccountAdapter):
    """Named by the settings; a mail that could not be sent waits among the letters, and failures are seen there."""

    def keep_mail(self, email: str, subject: str, text: str) -> None:
        """Put it into the outbox, which tries again and erases the words once they are sent."""
        write_letter(email, translation.get_language() or "en", subject, text)
