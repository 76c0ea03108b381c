"""Bytes of an unknown encoding as text: Unicode with and without a mark, and the legacy encodings of our languages."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from guildbook.language.encodings.plausibility import cost_of, reads_well
from guildbook.language.encodings.vietnamese import TCVN, VISCII

Reason = Literal["empty", "binary", "damaged", "unknown"]


class UndecodableText(ValueError):  # noqa: N818 - the name says what the bytes are, not that a call failed
    """Bytes that are no text; the message says what they are and what would be right.

    `reason` is for callers that word it themselves; `detail` is the kind of file for "binary", empty otherwise; `byte`
    and `line` (both from 1) are where damage begins, 0 where that has no meaning.
    """

    def __init__(self, reason: Reason, message: str, detail: str = "", byte: int = 0, line: int = 0) -> None:
        """Keep the reason beside the message."""
        super().__init__(message)
        self.reason: Reason = reason
        self.detail = detail
        self.byte = byte
        self.line = line


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in, by its Python name ("viscii" and "tcvn" beside those)."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed (7z) file"),
    (b"Rar!\x1a\x07", "a compressed (RAR) file"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_ZIPPED = ((b"word/", "a Word document"), (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint presentation"))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31})
# Enough to tell encodings apart, little enough to read ten ways at once.
_SAMPLE = 12_288
_BLANK = "\ufeff\u200b \t\r\n\f\v\u00a0\u3000"


def decode(data: bytes) -> Decoded:
    """Return the text of bytes in whatever encoding they are; nothing is cleaned, only a leading byte-order mark goes.

    UTF-8 is never taken for anything else. Raises UndecodableText for what is empty, binary, damaged or unknown.
    """
    found = _marked(data) or _unmarked(data)
    if not found.text.strip(_BLANK):
        raise _empty()
    return found


def _empty() -> UndecodableText:
    return UndecodableText("empty", "there is nothing to read: it is empty; give a text with words in it")


def _binary(kind: str) -> UndecodableText:
    words = f"this is {kind}, not a plain text: copy its words, or save it as plain text in UTF-8"
    return UndecodableText("binary", words, kind)


def _damaged(data: bytes, at: int, encoding: str) -> UndecodableText:
    line = data.count(b"\n", 0, at) + 1
    words = f"this is {encoding} text with a byte that cannot be read: byte {at + 1}, in line {line}; save it as UTF-8"
    return UndecodableText("damaged", words, encoding, at + 1, line)


def _marked(data: bytes) -> Decoded | None:
    """Return the text of data that begin with a byte-order mark, None where there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise _damaged(data, error.start, encoding.removesuffix("-sig").upper()) from error
            if "\x00" in text:
                raise _binary("a binary file")
            return Decoded(text, encoding)
    return None


def _unmarked(data: bytes) -> Decoded:
    if not data.strip():
        raise _empty()
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(kind)
    if data.startswith(b"PK\x03\x04"):
        raise _binary(_zipped(data))
    if b"\x00" in data:
        return _wide(data) or _no_text()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error)
        return _legacy(data)
    if _controls(data):
        # Chinese in UTF-16 need hold no zero byte, and may then by accident be valid UTF-8.
        return _wide(data) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _no_text() -> Decoded:
    raise _binary("a binary file")


def _controls(data: bytes) -> bool:
    head = data[:65_536]
    return len(head.translate(None, delete=_CONTROL)) != len(head)


def _zipped(data: bytes) -> str:
    for folder, kind in _ZIPPED:
        if folder in data:
            return kind
    return "an OpenDocument file" if _OPEN_DOCUMENT in data[:200] else "a compressed (zip) file"


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise for UTF-8 with a few bad bytes in it, which no other encoding explains."""
    head = data[: max(error.start + 4096, 65_536)]
    replaced = head.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    if len(head) < len(data):
        bad -= replaced.endswith("\ufffd")
    good = sum(not character.isascii() for character in replaced) - bad
    cut = error.end == len(data) and error.reason == "unexpected end of data"
    if good >= 10 * bad or (cut and good >= 2 and bad == 1):
        raise _damaged(data, error.start, "UTF-8") from error


def _wide(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 or UTF-32 without a mark, the more plausible byte order; None where it is neither."""
    best: tuple[float, Decoded] | None = None
    for encoding, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        if len(data) % width:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[: _SAMPLE // 2]
        if "\x00" in text or _controls(sample.encode("utf-8")) or not reads_well(sample):
            continue
        cost = cost_of(sample)
        if best is None or cost < best[0]:
            best = (cost, Decoded(text, encoding))
    return best[1] if best else None


def _table(table: str) -> Callable[[bytes], str]:
    def by_table(data: bytes) -> str:
        return unicodedata.normalize("NFC", codecs.charmap_decode(data, "strict", table)[0])

    return by_table


def _codec(name: str) -> Callable[[bytes], str]:
    return lambda data: data.decode(name)


# What each costs beforehand: the rarer an encoding, the clearer its text must speak for it.
_LEGACY: tuple[tuple[str, Callable[[bytes], str], float], ...] = (
    ("gb18030", _codec("gb18030"), 0.0),
    ("big5", _codec("big5"), 1.0),
    ("cp950", _codec("cp950"), 1.5),
    ("big5hkscs", _codec("big5hkscs"), 2.0),
    ("tis-620", _codec("tis-620"), 0.0),
    ("cp874", _codec("cp874"), 0.5),
    ("cp1252", _codec("cp1252"), 0.0),
    # Tone marks stand behind their vowels in this one; every other text of ours has them composed.
    ("cp1258", lambda data: unicodedata.normalize("NFC", data.decode("cp1258")), 1.0),
    ("viscii", _table(VISCII), 2.0),
    ("tcvn", _table(TCVN), 2.0),
)


# Chinese in UTF-16 without a mark holds zero bytes as soon as it holds a line end, so this is for single words.
_RARELY_WIDE = 3.0


def _sample(data: bytes) -> tuple[bytes, bool]:
    """Return lines that hold more than ASCII, and whether the last was cut, perhaps inside a character.

    In none of these encodings is a line end part of a character.
    """
    kept: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\r\n]+", data):
        part = line.group()
        if part.isascii():
            continue
        if len(part) > _SAMPLE:
            first = re.search(rb"[\x80-\xff]", part)
            start = first.start() if first else 0
            kept.append(part[start : start + _SAMPLE])
            return b"\n".join(kept), start + _SAMPLE < len(part)
        kept.append(part)
        size += len(part)
        if size > _SAMPLE:
            break
    return b"\n".join(kept), False


def _read_sample(read: Callable[[bytes], str], sample: bytes, cut: bool) -> str | None:
    for end in range(len(sample), len(sample) - (4 if cut else 1), -1):
        try:
            return read(sample[:end])
        except UnicodeDecodeError:
            continue
    return None


def _legacy(data: bytes) -> Decoded:
    """Return the most plausible reading in a legacy encoding; raises UndecodableText where none reads well."""
    if _controls(data):
        return _wide(data) or _no_text()
    sample, cut = _sample(data)
    readings: list[tuple[float, str, Callable[[bytes], str]]] = []
    for name, read, beforehand in _LEGACY:
        text = _read_sample(read, sample, cut)
        if text is not None and reads_well(text):
            readings.append((cost_of(text) + beforehand, name, read))
    wide = _wide(data) if len(data) <= _SAMPLE else None
    for cost, name, read in sorted(readings, key=lambda reading: reading[:2]):
        if wide and cost_of(wide.text) + _RARELY_WIDE < cost:
            return wide
        try:
            return Decoded(read(data), name)
        except UnicodeDecodeError:
            continue
    return wide or _other(data, sample)


def _other(data: bytes, sample: bytes) -> Decoded:
    """Return what charset-normalizer makes of encodings of other languages (Japanese, Korean, Russian, …)."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a heavy import that few texts need

    match = from_bytes(sample[: 2 * _SAMPLE]).best()
    if match is not None and _letters(str(match)):
        try:
            return Decoded(data.decode(match.encoding), match.encoding)
        except UnicodeDecodeError:
            pass
    words = "the encoding of this text is unknown; open it where it reads well and save it as UTF-8"
    raise UndecodableText("unknown", words)


def _letters(text: str) -> bool:
    foreign = [character for character in text if not character.isascii()]
    of_script = sum(unicodedata.category(character)[0] in "LM" for character in foreign)
    return len(foreign) >= 8 and of_script >= 0.9 * len(foreign)


_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+"
)
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return an item or name as it should be kept: no unseen characters, NFC, full-width forms plain, single blanks."""
    seen = _UNSEEN.sub("", text).translate(_FULL_WIDTH)
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", seen)).strip()
