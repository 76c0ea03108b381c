"""Writes of the alliances area."""

from guildbook.alliances.models import Alliance
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft


def save_alliance(actor: Actor, draft: Draft, why: str) -> Alliance:
    """Keep an alliance; whatever is kept here is of the kind alliance."""
    draft.record.kind = OrganisationKind.ALLIANCE  # type: ignore[attr-defined]  # a draft of this type holds an Alliance
    alliance: Alliance = keep(actor, draft, why)
    return alliance
