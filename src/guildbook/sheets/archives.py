"""The zip file around a workbook: opened only when what is in it is bounded, plain and not encrypted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from guildbook.sheets.shapes import SheetsError

# A file of 100,000 rows and 15 columns takes 6 MB packed and 90 unpacked.
MOST_BYTES = 64 << 20
MOST_UNPACKED = 512 << 20
MOST_PARTS = 5_000
CHUNK = 1 << 20
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARES_WITHIN = 4096


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The zip file, its size and kind looked at; raises SheetsError saying what is wrong and what would be right."""
    if not data:
        raise SheetsError("empty", "the file is empty")
    if len(data) > MOST_BYTES:
        raise SheetsError("large", f"the file is larger than {MOST_BYTES >> 20} MB: split it", str(MOST_BYTES >> 20))
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise SheetsError("protected", "the workbook is locked with a password: save it without one")
        raise SheetsError("old", "this is an old workbook (.xls): save it as .xlsx")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _damaged(error) from error
    if any(part.flag_bits & 1 for part in parts):
        raise SheetsError("protected", "the file is locked with a password: save it without one")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetsError("large", f"unpacked it is larger than {MOST_UNPACKED >> 20} MB", str(MOST_UNPACKED >> 20))
    names = {part.filename for part in parts}
    if len(names) < len(parts):
        raise SheetsError("damaged", "this is not a workbook (.xlsx): it holds a part twice", "")
    if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
        foreign = "an OpenDocument file" if "content.xml" in names else "a zip file"
        raise SheetsError("foreign", f"this is {foreign}, not a workbook: save it as .xlsx", foreign)
    return archive


def unpacked(archive: zipfile.ZipFile, name: str, most: int = MOST_UNPACKED) -> Iterator[bytes]:
    """A part in chunks; raises SheetsError where it is longer than it says, damaged, or declares entities."""
    size, first = 0, True
    try:
        with archive.open(name) as part:
            while chunk := part.read(CHUNK):
                size += len(chunk)
                if size > most:
                    raise SheetsError("large", f"{name} is larger than {most >> 20} MB unpacked", str(most >> 20))
                if first and (chunk[:2] in (b"\xfe\xff", b"\xff\xfe") or _DECLARATION.search(chunk[:_DECLARES_WITHIN])):
                    raise SheetsError("unsafe", f"{name} declares entities, as no workbook needs to", name)
                first = False
                yield chunk
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, SheetsError):
            raise
        raise _damaged(error) from error


def verify(archive: zipfile.ZipFile) -> None:
    """Unpack every part that is XML once, so that the reader after us meets no surprise; raises SheetsError."""
    left = MOST_UNPACKED
    for name in archive.namelist():
        for chunk in unpacked(archive, name, left):
            left -= len(chunk)


def _damaged(error: Exception) -> SheetsError:
    return SheetsError("damaged", f"this is not a workbook (.xlsx), or it is damaged: {error}", str(error)[:200])
