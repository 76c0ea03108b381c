"""What is said of cells and files, in the interface's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.sheets.shapes import SheetsError

_CELLS: dict[str, str | Promise] = {
    "error": gettext_lazy("the cell holds an error instead of a value"),
    "formula": gettext_lazy("the result of this formula was not saved: save the file in a spreadsheet program first"),
    "digits": gettext_lazy("more than 15 digits: the last ones are lost; enter the number as text"),
    "month": gettext_lazy("a month that became a day; read as the month"),
    "padded": gettext_lazy("read with the zeros in front that the cell shows"),
    "merged": gettext_lazy("merged cells: each was read with their value"),
    "hidden-sheet": gettext_lazy("a hidden sheet: it was not read"),
    "hidden-rows": gettext_lazy("hidden rows: they were read, too"),
    "hidden-columns": gettext_lazy("hidden columns: they were read, too"),
    "scientific": gettext_lazy("a number cut short by the spreadsheet: enter it as text"),
    "trimmed": gettext_lazy("blanks around it were taken off"),
    "tidied": gettext_lazy("unseen or full-width characters were made plain"),
    "number-text": gettext_lazy("a text that is a number; read as the number"),
    "grouped": gettext_lazy("digits in groups; read as one number"),
    "decimal-comma": gettext_lazy("a comma read as the decimal point"),
    "ambiguous-number": gettext_lazy("this may be a fraction or thousands: enter it as a number"),
    "not-number": gettext_lazy("this must be a number"),
    "date-for-number": gettext_lazy("a date where a number belongs"),
    "serial": gettext_lazy("a date that became a number; read as the date"),
    "date-text": gettext_lazy("a text that is a date; read as the date"),
    "time-dropped": gettext_lazy("the time of day was left out"),
    "ambiguous-date": gettext_lazy("day and month may be swapped: say under Columns how the list writes dates"),
    "not-date": gettext_lazy("this must be a date, such as 2023, 2023-11 or 2023-11-30"),
    "buddhist": gettext_lazy("a Thai year; read as the year of the common era"),
    "far-year": gettext_lazy("the year lies far ahead: is it a Thai year? Then say so under Columns"),
}
_FILES: dict[str, str | Promise] = {
    "empty": gettext_lazy("the file is empty"),
    "protected": gettext_lazy("the file is locked with a password; save it without one"),
    "old": gettext_lazy("this is an old workbook (.xls); save it as .xlsx"),
    "foreign": gettext_lazy("this is no workbook; save it as .xlsx or .csv"),
    "damaged": gettext_lazy("this is no workbook, or it is damaged; open it and save it as .xlsx again"),
    "unsafe": gettext_lazy("the file holds what no workbook needs; save it as .xlsx again"),
    "large": gettext_lazy("the file is too large; split it"),
    "encoding": gettext_lazy("this is no text that can be read; save it as .xlsx, or as .csv in UTF-8"),
    "table": gettext_lazy("this is no .csv file that can be read"),
}


def said(code: str, as_read: str = "") -> str:
    """What is said of a cell, with what stands in it."""
    words = str(_CELLS.get(code, code))
    return _("“%(value)s”: %(words)s") % {"value": as_read, "words": words} if as_read else words


def said_of_file(error: SheetsError) -> str:
    """Why a file cannot be read, and what would be right."""
    return str(_FILES.get(error.reason, str(error)))
