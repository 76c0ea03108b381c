"""Standards, their alignments and their adoptions abroad."""

from guildbook.standards.models.adoption import Adoption
from guildbook.standards.models.alignment import Alignment, AlignmentMatch, AlignmentProposal
from guildbook.standards.models.standard import Standard, StandardContributor, StandardItem, StandardVersion

__all__ = [
    "Adoption",
    "Alignment",
    "AlignmentMatch",
    "AlignmentProposal",
    "Standard",
    "StandardContributor",
    "StandardItem",
    "StandardVersion",
]
