"""Every read of figures: what an actor may see, and figures asked of the book with their lineage."""

from guildbook.figures.queries.figures import Bar, Breakdown, Figure, FigureLink, ask, ask_many
from guildbook.figures.queries.lineage import (
    breakdowns_of,
    every_figure,
    filter_labels,
    indicator_subjects,
    indicators,
    records_of,
    subjects_with_witnesses,
    values_of,
)
from guildbook.figures.queries.questions import (
    Asked,
    FigureError,
    Question,
    Subject,
    UnknownFigureError,
    read_day,
)
from guildbook.figures.queries.reporting import Reporting, offer_reporting
from guildbook.figures.queries.returns import Return
from guildbook.figures.queries.shapes import Data, figure_data, headline_data
from guildbook.figures.queries.visible import visible_claims, visible_indicators
from guildbook.figures.queries.witnesses import Claim

__all__ = [
    "Asked",
    "Bar",
    "Breakdown",
    "Claim",
    "Data",
    "Figure",
    "FigureError",
    "FigureLink",
    "Question",
    "Reporting",
    "Return",
    "Subject",
    "UnknownFigureError",
    "ask",
    "ask_many",
    "breakdowns_of",
    "every_figure",
    "figure_data",
    "filter_labels",
    "headline_data",
    "indicator_subjects",
    "indicators",
    "offer_reporting",
    "read_day",
    "records_of",
    "subjects_with_witnesses",
    "values_of",
    "visible_claims",
    "visible_indicators",
]
