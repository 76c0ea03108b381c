"""The web faces of figures: the index, a figure's page, and its data."""

from guildbook.figures.views.data import figure_json, figure_jsonld, figure_workbook
from guildbook.figures.views.page import figure_page, index_page

__all__ = ["figure_json", "figure_jsonld", "figure_page", "figure_workbook", "index_page"]
