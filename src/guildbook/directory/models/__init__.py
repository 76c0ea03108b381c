"""The directory: places, organisations, people in roles, sources and fields of education."""

from guildbook.directory.models.city_link import CityLink
from guildbook.directory.models.duplicate import Distinct, Merge
from guildbook.directory.models.field import Field
from guildbook.directory.models.organisation import Organisation, OrganisationName
from guildbook.directory.models.person import Person
from guildbook.directory.models.place import Place
from guildbook.directory.models.role import Role
from guildbook.directory.models.source import Source

__all__ = [
    "CityLink",
    "Distinct",
    "Field",
    "Merge",
    "Organisation",
    "OrganisationName",
    "Person",
    "Place",
    "Role",
    "Source",
]
