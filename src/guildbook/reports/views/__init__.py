"""The web faces of reports: list, page, writing desk, check, frozen figures, and the files made of them."""

from guildbook.reports.views.checking import check_page, correct, publish_report
from guildbook.reports.views.figure import figure_page
from guildbook.reports.views.files import pdf_file, word_file
from guildbook.reports.views.page import list_page, report_page
from guildbook.reports.views.picking import pick_page
from guildbook.reports.views.writing import write_page

__all__ = [
    "check_page",
    "correct",
    "figure_page",
    "list_page",
    "pdf_file",
    "pick_page",
    "publish_report",
    "report_page",
    "word_file",
    "write_page",
]
