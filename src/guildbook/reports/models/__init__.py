"""Reports with the figures frozen in them and the numbers acknowledged."""

from guildbook.reports.models.report import Acknowledgement, FrozenFigure, Report

__all__ = ["Acknowledgement", "FrozenFigure", "Report"]
