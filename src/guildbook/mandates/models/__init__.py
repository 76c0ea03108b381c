"""Mandates: who acts for which organisation, for what term, and invitations to do so."""

from guildbook.mandates.models.mandate import Duty, Mandate

__all__ = ["Duty", "Mandate"]
