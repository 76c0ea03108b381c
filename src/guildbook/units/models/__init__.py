"""Units: what partners run together, usually abroad."""

from guildbook.units.models.unit import Unit, UnitPartner, UnitState

__all__ = ["Unit", "UnitPartner", "UnitState"]
