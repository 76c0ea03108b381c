"""What a file may be: its size, its name, and a kind told from its bytes, not from what it calls itself."""

import codecs
import re
import unicodedata

from django.utils.translation import gettext as _

MOST_BYTES = 25 * 1024 * 1024
MOST_MEGABYTES = MOST_BYTES // (1024 * 1024)
LONGEST_NAME = 120
# Reading this much of a file tells its kind.
HEAD = 4096
UNKNOWN = "application/octet-stream"
TEXT = "text/plain"
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
ZIP = "application/zip"
OLE = "application/x-ole-storage"

SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
)
# What stands in a package's list of contents tells which office wrote it; nothing is unpacked for that.
PACKAGES = (
    (b"word/", f"{OFFICE}wordprocessingml.document"),
    (b"xl/", f"{OFFICE}spreadsheetml.sheet"),
    (b"ppt/", f"{OFFICE}presentationml.presentation"),
)
CLAIMS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "rtf": "application/rtf",
    "doc": OLE,
    "xls": OLE,
    "ppt": OLE,
    "docx": PACKAGES[0][1],
    "xlsx": PACKAGES[1][1],
    "pptx": PACKAGES[2][1],
    "odt": f"{OPEN}text",
    "ods": f"{OPEN}spreadsheet",
    "odp": f"{OPEN}presentation",
    "zip": ZIP,
    "txt": TEXT,
    "csv": TEXT,
}
# Only these are shown in place; whatever could carry a script is handed out as bytes to keep, never to open.
SHOWN_IN_PLACE = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
HANDED_OUT = frozenset({*CLAIMS.values(), *SHOWN_IN_PLACE})
# Joiners belong to words of several scripts; all other invisible characters only disguise a name.
JOINERS = "\u200c\u200d"


def clean_name(name: str) -> str:
    """A file's own name without folders, control and invisible characters, at most 120 long; its ending stays."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name.replace("\x00", "")))[-1]
    shown = "".join(one for one in last if one in JOINERS or not unicodedata.category(one).startswith("C"))
    shown = re.sub(r'[<>:"|?*]', "_", re.sub(r"\s+", " ", shown)).strip(" .")
    if not shown:
        return "file"
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > 12:
        return shown[:LONGEST_NAME].strip(" .")
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip(' .') or 'file'}.{ending}"


def kind_of(data: bytes) -> str:
    """The media type the bytes themselves show; octets for anything unknown or able to run."""
    head = data[:HEAD]
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"hevc"}:
        return "image/heic"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    return TEXT if _is_text(head) else UNKNOWN


def _package(data: bytes) -> str:
    declared = re.match(rb"mimetype(application/vnd\.oasis\.opendocument\.[a-z]+)", data[30:130])
    if declared:
        return declared[1].decode()
    if b"[Content_Types].xml" in data:
        return next((kind for mark, kind in PACKAGES if mark in data), ZIP)
    return ZIP


def _is_text(head: bytes) -> bool:
    """Whether bytes read as text of some encoding; scripts and markup do, too, but are never handed out as such."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\x00" not in head and controls == 0


def ending_of(name: str) -> str:
    """The ending by which a file claims to be something, in lower case; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def media_type(name: str, data: bytes) -> str:
    """How a file is handed out: as what it is and claims to be, or as plain octets."""
    found, ending = kind_of(data), ending_of(name)
    if found == TEXT:
        return {"txt": TEXT, "csv": "text/csv"}.get(ending, UNKNOWN)
    return found if found in HANDED_OUT and CLAIMS.get(ending) == found else UNKNOWN


def wrong_with(name: str, data: bytes) -> str:
    """Why a file is not taken, in a sentence for who sent it; empty where it is."""
    if not data:
        return _("“%(name)s” is empty; choose the file again.") % {"name": name}
    if len(data) > MOST_BYTES:
        return _("“%(name)s” is larger than %(n)s MB; scan it in fewer dots or send it in parts.") % {
            "name": name,
            "n": MOST_MEGABYTES,
        }
    claimed = CLAIMS.get(ending_of(name))
    if claimed is not None and kind_of(data) != claimed:
        said = _("“%(name)s” is no %(kind)s file, whatever its name says; save it as one, or give it its own ending.")
        return said % {"name": name, "kind": ending_of(name).upper()}
    return ""
