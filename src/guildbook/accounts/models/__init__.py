"""Accounts: people who sign in."""

from guildbook.accounts.models.user import User

__all__ = ["User"]
