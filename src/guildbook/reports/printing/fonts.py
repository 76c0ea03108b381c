"""What Word must be told to set Chinese, Thai and Lao well: fonts per kind of script, and the language of every run."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt

LATIN, CHINESE = "Calibri", "Microsoft YaHei"
# Fonts for scripts Word calls complex, each on every Windows that writes the language; other machines have Noto.
COMPLEX = {"th": "Leelawadee UI", "lo": "Lao UI", "km": "Khmer UI", "my": "Myanmar Text"}
LANGUAGES = {
    "en": "en-GB",
    "zh": "zh-CN",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
    "vi": "vi-VN",
    "th": "th-TH",
    "lo": "lo-LA",
    "id": "id-ID",
    "km": "km-KH",
    "my": "my-MM",
    "ms": "ms-MY",
    "fil": "fil-PH",
}


def set_language(properties: Any, tag: str) -> None:
    """Give run properties (`w:rPr`) the fonts and the language of a text, in the order the format wants."""
    language = tag.partition("-")[0]
    complex_font = COMPLEX.get(language, COMPLEX["th"])
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for kind, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE), ("cs", complex_font)):
        fonts.set(qn(f"w:{kind}"), font)
    if language == "zh":
        fonts.set(qn("w:hint"), "eastAsia")
    spoken = LANGUAGES.get(tag, LANGUAGES.get(language, tag))
    held = properties.find(qn("w:lang"))
    if held is None:
        held = OxmlElement("w:lang")
        properties.append(held)
    held.set(qn("w:val"), spoken if language not in (*COMPLEX, "zh") else "en-GB")
    held.set(qn("w:eastAsia"), spoken if language == "zh" else "zh-CN")
    held.set(qn("w:bidi"), spoken if language in COMPLEX else "th-TH")
    if language in COMPLEX:
        _flag(properties, "w:cs", before=held)


def _flag(properties: Any, name: str, before: Any) -> None:
    """Set an empty element once, before another."""
    if properties.find(qn(name)) is None:
        before.addprevious(OxmlElement(name))


def both_sizes(style: Any, points: float) -> None:
    """A style's size for all scripts: complex ones have a size of their own."""
    style.font.size = Pt(points)
    properties = style.element.get_or_add_rPr()
    size = properties.find(qn("w:szCs"))
    if size is None:
        size = OxmlElement("w:szCs")
        properties.find(qn("w:sz")).addnext(size)
    size.set(qn("w:val"), str(int(points * 2)))
