"""The read API of the figures area; its operations sign up with the one router when they are imported."""

from guildbook.figures.api.figures import list_figures, read_figure
from guildbook.figures.api.records import router

__all__ = ["list_figures", "read_figure", "router"]
