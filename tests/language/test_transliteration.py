"""Chinese in pinyin by words, other scripts in ASCII, Traditional in Simplified."""

import pytest

from guildbook.language.transliteration import romanise, simplified, simplified_char_for_char, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重庆大学", "chong qing da xue"),
        ("重要", "zhong yao"),
        ("雲南大學", "yun nan da xue"),
        ("西安交通大学 School 2", "xi an jiao tong da xue school 2"),
        ("Trường Đại học Công nghệ", "truong dai hoc cong nghe"),
        ("Ｆｕｌｌ１２", "full12"),
        ("Xi’an Jiaotong", "xian jiaotong"),
        ("ປະເທດລາວ", "paethdlav"),
        ("", ""),
        ("——", ""),
    ],
)
def test_romanised(text, expected):
    assert romanise(text) == expected


def test_one_syllable_for_each_character():
    assert syllables("吕梁，云南") == ("lv", "liang", "yun", "nan")
    assert len(syllables("㐀丂学院")) == 4


def test_traditional_in_simplified():
    assert simplified("上海應用技術大學") == "上海应用技术大学"
    assert simplified("乾隆") == "乾隆"
    assert simplified("only Latin") == "only Latin"


@pytest.mark.parametrize("text", ["臺灣，雲南 X", "乾燥機械學院", "plain", "", "，。𠮷"])
def test_char_for_char_keeps_every_offset(text):
    converted = simplified_char_for_char(text)
    assert len(converted) == len(text)
    assert all(a == b for a, b in zip(text, converted, strict=True) if a.isascii())


def test_char_for_char_converts():
    assert simplified_char_for_char("雲南大學 Yunnan") == "云南大学 Yunnan"
