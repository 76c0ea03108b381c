"""How a line of a standard says its number: 1.2, 一、, （一）, 第三条, Điều 5, Chương II, ข้อ ๒, Task A-1, ①."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

CHINESE = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
CHINESE_FROM = 0x2E80
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# Words before a number, by what kind of item they announce; "" where they only divide the text.
WORDS = {
    "duty": ["Duty", "职责", "職責", "Nhiệm vụ", "หน้าที่", "ໜ້າທີ່", "Tugas pokok"],
    "task": ["Task", "任务", "任務", "工作任务", "Công việc", "งาน", "ວຽກງານ", "ໜ້າວຽກ", "Tugas", "ភារកិច្ច"],
    "competence": [
        *[
            "Competence",
            "Competency",
            "Performance criterion",
            "Skill",
            "技能",
            "能力",
            "Năng lực",
            "Kỹ năng",
            "สมรรถนะ",
        ],
        *["ທັກສະ", "ຄວາມສາມາດ", "Kompetensi", "Keterampilan", "សមត្ថភាព", "ជំនាញ"],
    ],
    "knowledge": ["Knowledge", "知识", "知識", "Kiến thức", "ความรู้", "ຄວາມຮູ້", "Pengetahuan", "ចំណេះដឹង", "အသိပညာ"],
    "": [
        *["Part", "Chapter", "Section", "Article", "Clause", "Unit", "Module", "Element", "Item", "Annex"],
        *["Phần", "Chương", "Mục", "Điều", "Khoản", "Bài"],
        *[
            "ภาค",
            "หมวด",
            "บท",
            "บทที่",
            "ส่วน",
            "ส่วนที่",
            "ข้อ",
            "มาตรา",
            "ພາກ",
            "ພາກທີ",
            "ໝວດ",
            "ໝວດທີ",
            "ບົດ",
            "ບົດທີ",
            "ມາດຕາ",
            "ຂໍ້",
        ],
        *["ជំពូក", "ផ្នែក", "មាត្រា", "ប្រការ", "အခန်း", "ပုဒ်မ", "အပိုဒ်"],
        *["Bab", "Bagian", "Pasal", "Ayat", "Unsur", "Bahagian", "Perkara", "Kabanata", "Artikulo", "Seksyon", "Yunit"],
    ],
}
KIND_OF = {word.casefold(): kind for kind, words in WORDS.items() for word in words}
_LONGEST_FIRST = sorted((word for words in WORDS.values() for word in words), key=len, reverse=True)
_WORD = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _LONGEST_FIRST)
_VALUE = r"[A-Z]{0,2}[-.]?\d+(?:[-.]\d+)*|[IVXLC]+|[A-Z]|[一二三四五六七八九十百〇零]+"
_END = r"(?:\s*[.:)、。—–]\s*|\s+-\s+|\s+|\Z)"
# Between word and value stands a blank, unless the value is digits or the script writes none.
HEADED = re.compile(
    rf"(?P<word>(?i:{_WORD}))(?:\s+|(?=\d)|(?<=[\u0e00-\uffff]))(?P<value>{_VALUE}){_END}(?P<text>.*)", re.DOTALL
)
ORDINAL = re.compile(
    r"(?P<label>第\s*(?P<value>[一二三四五六七八九十百〇零两\d]+)\s*(?P<word>部分|[编編篇章节節条條款项項]))[\s:、.]*(?P<text>.*)",
    re.DOTALL,
)
DECIMAL = re.compile(r"(?P<value>\d{1,6}(?:\.\d{1,6})+)(?:\s*[.:)、]\s*|\s+|(?=[^\W\d])|\Z)(?P<text>.*)", re.DOTALL)
WHOLE = re.compile(
    r"(?P<value>\d{1,4}(?=\s*[.:)、])|\d{1,3}(?=\s|\Z))(?:\s*[.:)、](?!\d)\s*|\s+|\Z)(?P<text>.*)", re.DOTALL
)
IN_BRACKETS = re.compile(
    r"\(\s*(?P<value>\d{1,4}|[一二三四五六七八九十百]+|[a-zA-Z]|[ivxIVX]+)\s*\)\s*[.:、]?\s*(?P<text>.*)", re.DOTALL
)
CIRCLED = re.compile(r"(?P<value>[①-⑳])\s*[.:、]?\s*(?P<text>.*)", re.DOTALL)
COUNTED = re.compile(r"(?P<value>[一二三四五六七八九十百]+)\s*[、.:]\s*(?P<text>.*)", re.DOTALL)
LETTERED = re.compile(r"(?P<value>[A-Z]{1,2}[-.]?\d+(?:[-.]\d+)*)(?:\s*[.:)、]\s*|\s+|\Z)(?P<text>.*)", re.DOTALL)
LETTER = re.compile(r"(?P<value>[IVXLC]+|[A-Z]|[ivx]+|[a-z])\s*[.)、]\s+(?P<text>.*)", re.DOTALL)
FULL_WIDTH = {ord("（"): "(", ord("）"): ")", ord("．"): ".", ord("："): ":", ord("，"): ",", 0x3000: " ", 0xA0: " "}


@dataclass(frozen=True)
class Marker:
    """The number a line begins with.

    `style` tells lists apart (一、 from （一） from 1.), `value` is its place in the list, `parts` are those of a
    decimal number, `label` is how a number that is more than a count is written (“Điều 5”, “A-1”), `kind` what its
    word says.
    """

    style: str
    value: int
    text: str
    parts: tuple[int, ...] = ()
    label: str = ""
    kind: str = ""


def with_latin_digits(text: str) -> str:
    """Digits of any script as 0–9, character for character: ๑.๒ is 1.2; full-width brackets and points plain."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text.translate(FULL_WIDTH)
    )


def chinese_value(text: str) -> int:
    """The number that Chinese numerals below a thousand write; 0 where they write none."""
    if text.isdecimal():
        return int(text)
    total, held = 0, 0
    for character in text:
        if character in CHINESE:
            held = CHINESE[character]
        elif character in "十百":
            total += (held or 1) * (10 if character == "十" else 100)
            held = 0
    return total + held


def roman_value(text: str) -> int:
    """The number that Roman numerals write."""
    values = [ROMAN[character] for character in text.upper()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def read_marker(line: str) -> Marker | None:
    """The number at the beginning of a line with the text after it, or None; full-width and native digits are read."""
    # Only the head can be a number; the text keeps its own digits.
    head = with_latin_digits(line[:60]).lstrip()
    start = len(line[:60]) - len(with_latin_digits(line[:60]).lstrip())
    for read in (_headed, _ordinal, _decimal, _bracketed, _counted, _lettered):
        found = read(head)
        if found is not None:
            marker, begins = found
            return Marker(
                marker.style, marker.value, line[start + begins :].strip(), marker.parts, marker.label, marker.kind
            )
    return None


Found = tuple[Marker, int]


def _headed(head: str) -> Found | None:
    if (found := HEADED.match(head)) is None:
        return None
    word, value = " ".join(found["word"].split()), found["value"].upper()
    kind = KIND_OF[word.casefold()]
    written = f"{word} {value}" if ord(word[0]) < CHINESE_FROM else f"{word}{value}"
    # A duty or task is known by its own number; a chapter or article only by its word.
    label = value if kind and not value.isdecimal() else written
    return Marker(f"word {word.casefold()}", _value_of(value), "", label=label, kind=kind), found.start("text")


def _ordinal(head: str) -> Found | None:
    if (found := ORDINAL.match(head)) is None:
        return None
    label = "".join(found["label"].split())
    return Marker(f"第{found['word']}", chinese_value(found["value"]), "", label=label), found.start("text")


def _decimal(head: str) -> Found | None:
    if (found := DECIMAL.match(head)) is not None:
        parts = tuple(int(part) for part in found["value"].split("."))
        return Marker("decimal", parts[-1], "", parts=parts), found.start("text")
    if (found := WHOLE.match(head)) is not None:
        return Marker("decimal", int(found["value"]), "", parts=(int(found["value"]),)), found.start("text")
    return None


def _bracketed(head: str) -> Found | None:
    if (found := IN_BRACKETS.match(head)) is not None:
        value = found["value"]
        style = "(1)" if value.isdecimal() else "(一)" if value[0] in "一二三四五六七八九十百" else "(a)"
        return Marker(style, _value_of(value), ""), found.start("text")
    if (found := CIRCLED.match(head)) is not None:
        return Marker("①", ord(found["value"]) - ord("①") + 1, ""), found.start("text")
    return None


def _counted(head: str) -> Found | None:
    found = COUNTED.match(head)
    return (Marker("一、", chinese_value(found["value"]), ""), found.start("text")) if found else None


def _lettered(head: str) -> Found | None:
    if (found := LETTERED.match(head)) is not None:
        value = found["value"]
        style = "A" + "-1" * len(re.findall(r"\d+", value))
        return Marker(style, int(re.findall(r"\d+", value)[-1]), "", label=value), found.start("text")
    if (found := LETTER.match(head)) is not None:
        value = found["value"]
        roman = len(value) > 1 or value in "IV"
        style = ("I." if value.isupper() else "i.") if roman else ("A." if value.isupper() else "a.")
        return Marker(style, _value_of(value), "", label="" if roman or value.islower() else value), found.start("text")
    return None


def _value_of(text: str) -> int:
    if digits := re.findall(r"\d+", text):
        return int(digits[-1])
    if all(character in CHINESE or character in "十百" for character in text):
        return chinese_value(text)
    if len(text) > 1 or text.upper() in "IVX":
        return roman_value(text) if all(character in ROMAN for character in text.upper()) else 1
    return ord(text.upper()) - ord("A") + 1
