"""Candidates by the database's own means: never too few, for the predicates of `matching` to judge."""

from guildbook.search.index.choosing import index
from guildbook.search.index.shapes import Index

__all__ = ["Index", "index"]
