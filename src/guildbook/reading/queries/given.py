"""Texts as people hand them in: a file, standard input, an upload; every way it can be no text has its own words."""

from __future__ import annotations

import sys
from pathlib import Path

from django.utils.translation import gettext as _

from guildbook.language.decoding import UndecodableText, decode

MOST_BYTES = 5 * 1024 * 1024


class TextError(ValueError):
    """Something that cannot be read as a text; the message names the place and what is wrong."""


def text_in(path: str) -> str:
    """The text of a file, or of standard input for `-`; raises TextError."""
    if path == "-":
        return decoded(sys.stdin.buffer.read(MOST_BYTES + 1), _("standard input"))
    file = Path(path)
    try:
        if file.is_dir():
            raise TextError(_("%(place)s is a folder; name a text file") % {"place": path})
        if file.stat().st_size > MOST_BYTES:
            raise too_long(path)
        return decoded(file.read_bytes(), path)
    except FileNotFoundError as error:
        raise TextError(_("%(place)s: there is no such file") % {"place": path}) from error
    except (OSError, ValueError) as error:
        if isinstance(error, TextError):
            raise
        raise TextError(_("%(place)s cannot be read: %(error)s") % {"place": path, "error": error}) from error


def too_long(place: str) -> TextError:
    """The error for a text over the limit."""
    return TextError(
        _("%(place)s is longer than %(n)s MB, the most that is read at once")
        % {"place": place, "n": MOST_BYTES // 1024**2}
    )


def _binary(place: str) -> TextError:
    return TextError(_("%(place)s is not a text but a binary file") % {"place": place})


def decoded(data: bytes, place: str) -> str:
    """Bytes as text, in whatever encoding of our languages they are; raises TextError for what is no text."""
    if len(data) > MOST_BYTES:
        raise too_long(place)
    try:
        text = decode(data).text
    except UndecodableText as error:
        raise _undecodable(error, place) from error
    return checked(text, place)


def _undecodable(error: UndecodableText, place: str) -> TextError:
    if error.reason == "empty":
        return _empty(place)
    if error.reason == "binary":
        return _binary(place)
    if error.reason == "damaged":
        words = _("%(place)s is damaged: byte %(n)s, in line %(line)s, cannot be read; save it as UTF-8")
        return TextError(words % {"place": place, "n": error.byte, "line": error.line})
    return TextError(_("%(place)s is in no encoding that is known here; save it as UTF-8") % {"place": place})


def _empty(place: str) -> TextError:
    return TextError(_("%(place)s is empty: there is nothing to read") % {"place": place})


def checked(text: str, place: str) -> str:
    """A text that is neither empty nor too long nor binary; raises TextError."""
    if "\x00" in text:
        raise _binary(place)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0\u3000"):
        raise _empty(place)
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise too_long(place)
    return text
