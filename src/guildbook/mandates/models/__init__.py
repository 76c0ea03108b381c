"""Mandates: who acts for which organisation, for what term, and invitations to do so."""

from guildbook.mandates.models.entry import MandateEntry
from guildbook.mandates.models.invitation import Invitation
from guildbook.mandates.models.mandate import Duty, Mandate

__all__ = ["Duty", "Invitation", "Mandate", "MandateEntry"]
