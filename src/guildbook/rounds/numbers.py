"""Reading answers as people type them: numbers in the reader's manner, yes and no, dates; asked where unsure."""

import re
import unicodedata
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guildbook.kit.format import number_text
from guildbook.kit.fuzzy import check_fuzzy
from guildbook.kit.texts import pick
from guildbook.rounds.models import NUMERIC, Option, Question, QuestionKind

MOST_DIGITS = 16
LONGEST = 5000
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’_]+")
_SHAPE = re.compile(r"[+-]?\d[\d.,]*\Z")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*\Z")
_CURRENCY = re.compile(r"[$€£¥฿₫₭₱៛]|[A-Z]{3}\b")
YES = frozenset(("yes", "y", "true", "1", "是", "有", "có", "ใช่", "มี", "ແມ່ນ", "ya"))
NO = frozenset(("no", "n", "false", "0", "否", "没有", "không", "ไม่", "ไม่มี", "ບໍ່", "tidak"))


class UnreadableError(ValueError):
    """An answer that cannot be read, or could mean two things; the message says what would be right."""


def read_answer(question: Question, options: list[Option], typed: str) -> str:
    """An answer as it is stored (1234.5, yes, an option's value, 2023-11); raises UnreadableError."""
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n")).strip()
    if question.kind in NUMERIC:
        return plain_number(read_number(text, whole=question.kind == QuestionKind.WHOLE))
    if question.kind == QuestionKind.YES_NO:
        return _yes_or_no(text)
    if question.kind == QuestionKind.CHOICE:
        return _option(question, options, text)
    if question.kind == QuestionKind.DATE:
        try:
            check_fuzzy(text)
        except ValidationError as error:
            raise UnreadableError(" ".join(error.messages)) from error
        return text
    if len(text) > LONGEST:
        raise UnreadableError(_("This is longer than %(n)s characters.") % {"n": number_text(LONGEST)})
    return text


def _separators() -> tuple[str, str]:
    """The signs between groups of digits and before the fraction, in the interface's language."""
    shown = number_text(Decimal("12345.5"))
    return shown[2], shown[-2]


def typed_number(stored: str) -> str:
    """A stored number as its reader would type it, so that it is read again as the same."""
    mark = _separators()[1]
    shown = stored.replace(".", mark)
    alike = bool(_GROUPED.match(shown.lstrip("-"))) and not shown.lstrip("-").startswith("0") and mark in shown
    return f"{shown}0" if alike else shown


def plain_number(value: Decimal) -> str:
    """A number as it is stored: no exponent, no noughts at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_number(typed: str, *, whole: bool = False) -> Decimal:
    """A number typed in any script's digits; what a comma or dot means follows the interface's language.

    One that a reader elsewhere would take for a thousand times as much is refused with both readings.
    """
    text = _digits(_SPACES.sub("", _CURRENCY.sub("", unicodedata.normalize("NFKC", typed)))).rstrip("%").strip()
    text = text.replace("−", "-").replace("٫", ".").replace("٬", ",").replace("،", ",")
    sign, text = (-1 if text.startswith("-") else 1), text.lstrip("+-")
    if not _SHAPE.match(text):
        said = _("“%(text)s” is not a number; write it like %(example)s.")
        raise UnreadableError(said % {"text": typed.strip()[:40], "example": number_text(Decimal("1234.5"))})
    value = Decimal(_without_grouping(text, typed, whole)) * sign
    if value.adjusted() >= MOST_DIGITS:
        raise UnreadableError(_("This number has too many digits."))
    if whole and value != value.to_integral_value():
        raise UnreadableError(_("This must be a whole number, without a fraction."))
    if value != round(value, 4):
        raise UnreadableError(_("Write at most four digits after the decimal sign."))
    return value


def _digits(text: str) -> str:
    """Digits of any script as ours."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _without_grouping(text: str, typed: str, whole: bool) -> str:
    """The number with a dot for its decimal sign and nothing between groups of digits."""
    marks = [sign for sign in text if sign in ".,"]
    if not marks:
        return text
    last = marks[-1]
    if len(set(marks)) == 2:
        before, __, after = text.rpartition(last)
        other = "," if last == "." else "."
        if last in before or not _GROUPED.match(before):
            raise UnreadableError(_mixed(typed))
        return before.replace(other, "") + "." + after
    if _GROUPED.match(text) and not text.startswith("0"):
        if len(marks) > 1 or whole:
            return text.replace(last, "")
        return _one_mark(text, last, typed)
    if len(marks) > 1:
        raise UnreadableError(_mixed(typed))
    return text.replace(last, ".")


def _one_mark(text: str, mark: str, typed: str) -> str:
    """1,234 or 1.234: a thousand where the reader's language groups so, else it might mean either."""
    if mark == _separators()[0]:
        return text.replace(mark, "")
    either = (number_text(Decimal(text.replace(mark, ""))), number_text(Decimal(text.replace(mark, "."))))
    said = _("“%(text)s” may mean %(one)s or %(other)s: write %(plain)s or %(exact)s.")
    plain, exact = text.replace(mark, ""), text.replace(mark, _separators()[1]) + "0"
    raise UnreadableError(
        said % {"text": typed.strip()[:40], "one": either[0], "other": either[1], "plain": plain, "exact": exact}
    )


def _mixed(typed: str) -> str:
    said = _("In “%(text)s” it is not clear which sign is the decimal one; write it like %(example)s.")
    return said % {"text": typed.strip()[:40], "example": number_text(Decimal("1234.5"))}


def _yes_or_no(text: str) -> str:
    word = text.casefold()
    if word in YES or word == _("yes").casefold():
        return "yes"
    if word in NO or word == _("no").casefold():
        return "no"
    raise UnreadableError(_("Answer yes or no."))


def _option(question: Question, options: list[Option], text: str) -> str:
    own = [option for option in options if option.question == question.code]
    for option in own:
        if text == option.value or text.casefold() in (label.casefold() for label in option.text.values()):
            return option.value
    raise UnreadableError(
        _("This must be one of: %(names)s") % {"names": "; ".join(pick(one.text).text for one in own)}
    )
