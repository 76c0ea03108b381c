"""How plausible a decoded text reads: the cost, in nats, of its characters and of letters that cannot stand together.

One model for all encodings: the same bytes read in several ways are compared by the whole cost of each reading.
The rates are round figures for press texts, not measurements.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from guildbook.language.encodings.frequent import COMMON_SIMPLIFIED, COMMON_TRADITIONAL

_COMMON = COMMON_SIMPLIFIED | COMMON_TRADITIONAL
_USUAL_SIGNS = frozenset("，。、；：？！“”‘’（）《》—…·「」【】％．－～　\u00a0–")
_THAI_FREQUENT = frozenset("านรกอเงมยลวดทส่้")
_THAI_USUAL = frozenset("ตัิีปบหคแไพจขโชใ")
_THAI_LESS = frozenset("ุ็ำึืู์ะธณภถผฐศ")
_THAI_RARE = frozenset("ฃฅฆฌฎฏฑฒฤฦฬฯๅๆ๏๚๛ฺ๎฿")
_VIETNAMESE = frozenset("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ")
_WESTERN_RARE = frozenset("ðþÿÐÞŸýÝšžŠŽƒ")

_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
# A Vietnamese syllable closed by c, ch, p or t has one of the two other tones.
_OPEN_TONED = "àảãằẳẵầẩẫèẻẽềểễìỉĩòỏõồổỗờởỡùủũừửữỳỷỹ"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1eff"
_FOREIGN = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1eff"
_THAI = "ก-ฮะ-ฺเ-๎"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# Each pattern counts letters that hardly ever stand so in any language written in these scripts.
_IMPOSSIBLE = tuple(
    (re.compile(pattern), cost)
    for pattern, cost in (
        ("(?<![ก-ฮัิ-ู็-๎ฤๅ])[ัิ-ฺ็-๎]", 8.0),
        ("[เ-ไ](?![ก-ฮ])", 8.0),
        ("(?<![ก-ฮัิ-ู็-๎า])[ะาำ]", 6.0),
        (f"[๐-๙](?=[{_THAI}])|(?<=[{_THAI}])[๐-๙]", 2.0),
        (f"[{_LETTER}](?=[ก-๛])|(?<=[ก-๛])[{_LETTER}]", 6.0),
        ("[ก-ฮ]{7}", 6.0),
        (f"[a-z{_FOREIGN}](?=[{_HAN}])|(?<=[{_HAN}])[a-z{_FOREIGN}]", 4.0),
        ("[a-zß-öø-ÿ\u1ea1](?=[À-ÖØ-ÞƠƯĂĐ])", 6.0),
        (f"[{_FOREIGN}]{{2}}", 1.0),
        ("[\u00c0-\u00ff]{3}", 8.0),
        (f"[{_FOREIGN}]{{4}}", 20.0),
        (f"[{_TONED}{_TONED.upper()}]{{2}}", 3.0),
        (f"[{_OPEN_TONED}{_OPEN_TONED.upper()}](?:ch?|p|t)(?![{_LETTER}])", 5.0),
        (f"(?<=[{_LETTER}])[đĐ]", 5.0),
        # Signs inside a word: "®µo t¹o".
        (f"(?<=[{_LETTER}])[¡-¿×÷ˆ˜†‡•‰‹›€™]|[¢-©¬-²´-¶¸¹¼-¾×÷†‡](?=[{_LETTER}])", 6.0),
        ("[\u0300\u0301\u0303\u0309\u0323](?![a-zA-Z\\s.,;:!?)\"'-]|$)", 6.0),
    )
)


def _range(first: int, last: int, cost: float) -> dict[str, float]:
    return {chr(code): cost for code in range(first, last + 1)}


def _costs() -> dict[str, float]:
    """Return the cost of each character outside the Chinese ones; what is named later is the more telling."""
    table = _range(0x00, 0x1F, 14.0) | _range(0x20, 0x7E, _ASCII) | dict.fromkeys("\t\n\r", _ASCII) | {"\x7f": 14.0}
    table |= _range(0x80, 0x9F, 20.0) | _range(0xE000, 0xF8FF, 20.0) | {"\ufffd": 20.0}
    table |= _range(0xFF01, 0xFF5E, 7.5) | dict.fromkeys(_USUAL_SIGNS, 6.0)
    # Lao, Burmese and Khmer, which only UTF-16 can have brought here.
    table |= _range(0x0E81, 0x0EDF, 5.0) | _range(0x1000, 0x109F, 5.0) | _range(0x1780, 0x17E9, 5.0)
    table |= _range(0x0E01, 0x0E59, 5.5) | dict.fromkeys("๐๑๒๓๔๕๖๗๘๙", 6.0)
    table |= dict.fromkeys(_THAI_FREQUENT, 3.2) | dict.fromkeys(_THAI_USUAL, 4.0)
    table |= dict.fromkeys(_THAI_LESS, 4.6) | dict.fromkeys(_THAI_RARE, 8.5)
    table |= dict.fromkeys(_VIETNAMESE, 5.3) | {letter.upper(): 6.8 for letter in _VIETNAMESE}
    table |= dict.fromkeys(_WESTERN, 5.8) | {letter.upper(): 7.5 for letter in _WESTERN if letter != "ß"}
    return table | dict.fromkeys("\u0300\u0301\u0303\u0309\u0323", 6.0) | dict.fromkeys(_WESTERN_RARE, 9.0)


_ASCII = 3.3
_COSTS = _costs()


@lru_cache(maxsize=65_536)
def _cost(character: str) -> float:
    known = _COSTS.get(character)
    if known is not None:
        return known
    if "\u4e00" <= character <= "\u9fff":
        if character in _COMMON:
            return 6.8
        return 10.0 if _taught(character) else 13.5
    if character > "\U0002ffff":
        return 20.0
    return 12.0 if character < "\u3400" else 14.0


def _taught(character: str) -> bool:
    """Return whether a character stands in the first, frequent part of GB 2312 or of Big5."""
    for codec, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = character.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False


def cost_of(text: str) -> float:
    """Return the cost of a text in nats, lower the more it reads like one; it compares readings of the same bytes."""
    total = sum(_cost(character) * times for character, times in Counter(text).items())
    return total + sum(cost * len(pattern.findall(text)) for pattern, cost in _IMPOSSIBLE)


def reads_well(text: str) -> bool:
    """Return whether the characters beyond ASCII are on the whole such as stand together in a text."""
    foreign = sum(not character.isascii() for character in text)
    if not foreign:
        return True
    plain = sum(_ASCII for character in text if character.isascii())
    return (cost_of(text) - plain) / foreign < MOST_COST


# A text of rare characters, rightly decoded, stays below; bytes at random, or in another encoding, cost more.
MOST_COST = 11.0
