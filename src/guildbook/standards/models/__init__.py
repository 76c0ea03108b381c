"""Standards and their adoptions abroad."""

from guildbook.standards.models.adoption import Adoption
from guildbook.standards.models.standard import Standard, StandardContributor, StandardItem, StandardVersion

__all__ = ["Adoption", "Standard", "StandardContributor", "StandardItem", "StandardVersion"]
