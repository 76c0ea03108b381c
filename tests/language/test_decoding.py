"""Bytes in every encoding our members' files come in, damaged ones, and files that are no texts."""

from __future__ import annotations

import codecs
import hashlib
import io
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.language.decoding import UndecodableText, decode, plain
from guildbook.language.encodings.vietnamese import TCVN, VISCII

SIMPLIFIED = (
    "广西职业教育开放合作新闻发布会8月31日举行。目前，广西12所高职院校招收留学生，开设57个专业，在校留学生超过800人。",
    "昆明铁道职业技术学院",
    "昆明",
    "学生",
    "新能源汽车维修",
    "教师240人",
    "老挝国立大学",
    "鲁班工坊",
    "攀枝花学院",
)
TRADITIONAL = (
    "廣西職業教育開放合作新聞發布會8月31日舉行。目前，廣西12所高職院校招收留學生，開設57個專業，在校留學生超過800人。",
    "國立臺灣師範大學",
    "香港專業教育學院",
    "學生",
    "臺灣",
    "汽車維修",
    "高雄科技大學機械工程系",
)
THAI = (
    "วิทยาลัยเทคนิคเชียงใหม่มีครู 240 คน และนักเรียนกว่า 3,500 คน",
    "ครู",
    "ไทย",
    "น่าน",
    "สงขลา",
    "มหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา",
    "พ.ศ. ๒๕๖๗",
)
VIETNAMESE = (
    "Trường Cao đẳng Kỹ thuật Cao Thắng có hơn 10.000 học sinh, sinh viên và gần 300 giảng viên.",
    "Đại học Bách khoa Hà Nội",
    "đào tạo nghề",
    "Trường Cao đẳng nghề số 1",
)
WESTERN = ("Universität Zürich, Ecole supérieure de Genève", "Parañaque City", "café", "Dr. José Rizal", "Größe")


def _charmap(text: str, table: str) -> bytes:
    return bytes(table.index(letter) for letter in text)


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_simplified_chinese_in_gb(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text
    assert decode(text.encode("gbk")).encoding == "gb18030"


@pytest.mark.parametrize("text", TRADITIONAL)
def test_traditional_chinese_in_big5_and_in_gb(text: str) -> None:
    assert decode(text.encode("big5")).text == text
    assert decode(text.encode("gb18030")).text == text


def test_hong_kong_characters() -> None:
    text = "香港專業教育學院喺屯門嘅校舍，學生佢哋"
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize("text", THAI)
def test_thai(text: str) -> None:
    assert decode(text.encode("tis-620")).text == text


def test_thai_of_windows() -> None:
    text = "“วิทยาลัยอาชีวศึกษา” – ครู 12 คน…"
    found = decode(text.encode("cp874"))
    assert (found.text, found.encoding) == (text, "cp874")


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese(text: str) -> None:
    assert decode("".join(map(_tone_apart, text)).encode("cp1258")).text == text
    assert decode(_charmap(text, VISCII)).text == text
    assert decode(_charmap(text, TCVN)).text == text


def _tone_apart(letter: str) -> str:
    """Part a letter as Windows-1258 has it: circumflex, breve and horn with the vowel, the tone behind it."""
    if letter.encode("cp1258", "ignore"):
        return letter
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tones


@pytest.mark.parametrize("text", WESTERN)
def test_western(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.encoding) == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED[0], THAI[0], VIETNAMESE[0], "ຄູ 12 ຄົນ", "គ្រូ ១២ នាក់", "昆明", "plain words"])
def test_unicode_with_and_without_its_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_big_endian_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + "昆明".encode("utf-16-be")).text == "昆明"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_always_survives(text: str) -> None:
    body = "a" + text
    assert decode(body.encode()).text == body
    assert decode(body.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "old Word"),
        (b"{\\rtf1\\ansi words}", "RTF"),
        (bytes(range(256)), "binary"),
        (b"words\x00and\x00more", "binary"),
        (b"\x00\x01\x02\x03", "binary"),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UndecodableText, match=kind) as caught:
        decode(data)
    assert caught.value.reason == "binary"
    assert "UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    ("member", "kind"),
    [("word/document.xml", "Word"), ("xl/workbook.xml", "Excel"), ("ppt/slides.xml", "PowerPoint"), ("a.txt", "zip")],
)
def test_office_files_are_named(member: str, kind: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(member, "words")
    with pytest.raises(UndecodableText, match=kind):
        decode(held.getvalue())


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u3000\u200b".encode()])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(UndecodableText, match="empty") as caught:
        decode(data)
    assert caught.value.reason == "empty"


def test_damaged_utf8_names_the_place_and_is_not_read_as_something_else() -> None:
    good = SIMPLIFIED[0].encode()
    with pytest.raises(UndecodableText, match="line 2") as caught:
        decode(good + b"\n" + good[:30] + b"\xff" + good[30:])
    assert caught.value.byte == len(good) + 32
    with pytest.raises(UndecodableText, match="UTF-8") as caught:
        decode(good[:-1])
    assert caught.value.reason == "damaged"


def test_bytes_at_random_are_no_text() -> None:
    scrambled = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(40))
    high = bytes(byte | 0x80 for byte in scrambled)
    for start in range(0, 600, 20):
        for data in (scrambled, high):
            with pytest.raises(UndecodableText):
                decode(data[start : start + 600])


def test_other_languages_by_charset_normalizer() -> None:
    russian = "Профессиональное образование и обучение в странах Азии: колледжи, студенты и преподаватели."
    assert decode(russian.encode("cp1251")).text == russian


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_large_texts(encoding: str) -> None:
    body = "English words stand first. " * 20_000 + "\n" + (TRADITIONAL[0] + "\n") * 20_000
    data = body.encode(encoding)
    assert decode(data).text == body


@pytest.mark.parametrize("text", [SIMPLIFIED[0], THAI[0], VIETNAMESE[0]])
def test_one_long_line(text: str) -> None:
    body = "abc" + text * 20_000
    encoding = "gb18030" if text == SIMPLIFIED[0] else "tis-620"
    data = _charmap(body, TCVN) if text == VIETNAMESE[0] else body.encode(encoding)
    assert decode(data).text == body


def test_plain() -> None:
    assert plain("\ufeff\u200bＡＢＣ　１２３\u202e (x)\u200f\r\n y ") == "ABC 123 (x) y"
    assert plain("Đa\u0300o") == "Đào"
    assert plain("ភាសា\u200bខ្មែរ") == "ភាសាខ្មែរ"
    assert plain("\x07\x00") == ""


@given(st.text())
def test_plain_twice_is_plain_once(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    once.encode()
