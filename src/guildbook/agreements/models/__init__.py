"""Agreements: N parties, signed versions."""

from guildbook.agreements.models.agreement import Agreement, AgreementParty, AgreementVersion

__all__ = ["Agreement", "AgreementParty", "AgreementVersion"]
