"""Numbers and dates as a reader of the interface's language expects them; done in Python, before the template."""

import datetime as dt
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_date_format
from babel.numbers import format_decimal
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guildbook.kit.fuzzy import bounds
from guildbook.kit.texts import current_tag

# CLDR's calendar for Thai is the Buddhist one, which babel lacks: days and months are ours, years run 543 ahead.
BUDDHIST_ERA = 543


def _locale() -> Locale:
    # Plain “en” is CLDR's American English; 31 Aug 2023 reads more easily abroad than Aug 31, 2023.
    tag = current_tag()
    return Locale.parse("en-GB" if tag == "en" else tag, sep="-")


def number_text(value: Decimal | float | None) -> str:
    """A number in the interface's digits and separators; nothing for None."""
    return "" if value is None else format_decimal(value, locale=_locale())


def day_text(day: dt.date | None) -> str:
    """A day, such as 31 Aug 2023."""
    if day is None:
        return ""
    locale = _locale()
    if locale.language != "th":
        return format_date(day, "medium", locale=locale)
    return format_date(day, str(get_date_format("medium", locale)).replace("y", year_number(day.year)), locale=locale)


def year_number(year: int) -> str:
    """A year of our era as the number readers write for it, for scales: 2024, in Thai 2567."""
    return str(year + BUDDHIST_ERA if _locale().language == "th" else year)


def _month_text(day: dt.date) -> str:
    locale = _locale()
    if locale.language != "th":
        return format_skeleton("yMMM", day, locale=locale)
    return format_date(day, f"MMM {year_number(day.year)}", locale=locale)


def _year_text(day: dt.date) -> str:
    # A lone year says its era, as CLDR has it for the Buddhist calendar.
    locale = _locale()
    return f"พ.ศ. {year_number(day.year)}" if locale.language == "th" else format_skeleton("y", day, locale=locale)


def date_text(fuzzy: str) -> str:
    """A fuzzy date in words: a year, a month, a day, or “by” a day where only the end is known."""
    if not fuzzy:
        return ""
    try:
        first, last = bounds(fuzzy)
    except ValidationError:
        return fuzzy
    if first is None:
        return _("by %(day)s") % {"day": day_text(last)}
    if last is None:
        return _("from %(day)s") % {"day": day_text(first)}
    about = _("about %(date)s") if "~" in fuzzy or "%" in fuzzy else "%(date)s"
    return about % {"date": _span(first, last)}


def _span(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day_text(first)
    if (last - first).days >= 364 and first.year == last.year:
        return _year_text(first)
    if first.day == 1 and first.month == last.month and (last + dt.timedelta(days=1)).day == 1:
        return _month_text(first)
    return f"{day_text(first)} – {day_text(last)}"


def term_text(since: str, until: str) -> str:
    """A validity period in words; empty when neither side is known."""
    if since and until:
        return date_text(since) if since == until else f"{date_text(since)} – {date_text(until)}"
    if since:
        return date_text(since) if since.startswith("../") else _("since %(date)s") % {"date": date_text(since)}
    return _("until %(date)s") % {"date": date_text(until)} if until else ""
