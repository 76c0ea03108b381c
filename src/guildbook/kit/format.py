"""Numbers and dates as a reader of the interface's language expects them; done in Python, before the template."""

import datetime as dt
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guildbook.kit.fuzzy import bounds
from guildbook.kit.texts import current_tag


def _locale() -> Locale:
    # Plain “en” is CLDR's American English; 31 Aug 2023 reads more easily abroad than Aug 31, 2023.
    tag = current_tag()
    return Locale.parse("en-GB" if tag == "en" else tag, sep="-")


def number_text(value: Decimal | float | None) -> str:
    """A number in the interface's digits and separators; nothing for None."""
    return "" if value is None else format_decimal(value, locale=_locale())


def day_text(day: dt.date | None) -> str:
    """A day, such as 31 Aug 2023."""
    return "" if day is None else format_date(day, "medium", locale=_locale())


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
        return format_skeleton("y", first, locale=_locale())
    if first.day == 1 and first.month == last.month and (last + dt.timedelta(days=1)).day == 1:
        return format_skeleton("yMMM", first, locale=_locale())
    return f"{day_text(first)} – {day_text(last)}"


def term_text(since: str, until: str) -> str:
    """A validity period in words; empty when neither side is known."""
    if since and until:
        return date_text(since) if since == until else f"{date_text(since)} – {date_text(until)}"
    if since:
        return date_text(since) if since.startswith("../") else _("since %(date)s") % {"date": date_text(since)}
    return _("until %(date)s") % {"date": date_text(until)} if until else ""
