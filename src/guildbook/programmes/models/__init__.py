"""Programmes and the resources they teach from."""

from guildbook.programmes.models.programme import Intake, Programme
from guildbook.programmes.models.resource import Edition, Resource, ResourceMaker, ResourceShare

__all__ = ["Edition", "Intake", "Programme", "Resource", "ResourceMaker", "ResourceShare"]
