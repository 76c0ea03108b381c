"""Burmese: numbers, qualifiers, nouns, dates, and how many figures of the labelled texts are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guildbook.language import ReadFigure, read_figures
from language.labelled_figures import measure


def only(text: str) -> ReadFigure:
    figures = read_figures(text, "my")
    assert len(figures) == 1, [(f.value, f.counts) for f in figures]
    return figures[0]


@pytest.mark.parametrize("name", ["burmese_texts.txt", "burmese_texts_second.txt", "burmese_texts_third.txt"])
def test_labelled_texts(name: str) -> None:
    result = measure("my", name)
    assert result.recall >= 0.95, "\n".join(result.faults)
    assert result.precision >= 0.95, "\n".join(result.faults)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ဆယ့်လေး", 14),
        ("နှစ်ဆယ့်ငါး", 25),
        ("တစ်ထောင့်ငါးရာ", 1500),
        ("နှစ်သောင်း", 20_000),
        ("သုံးသိန်း", 300_000),
        ("၁,၂၅၀", 1250),
        ("သန်း ၁၂၀", 120_000_000),
        ("၅ သိန်း", 500_000),
    ],
)
def test_number_words(words: str, value: int) -> None:
    figure = only(f"ကောလိပ်တွင် ကျောင်းသား {words} ဦး ရှိသည်။")
    assert (figure.value, figure.head) == (value, "ကျောင်းသား")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("၈၀၀ ကျော်", "over"),
        ("၈၀၀ ထက်ပို၍", "over"),
        ("အနည်းဆုံး ၈၀၀", "over"),
        ("၈၀၀ နီးပါး", "almost"),
        ("၈၀၀ ခန့်", "about"),
        ("၈၀၀ ဦးခန့်", "about"),
        ("စုစုပေါင်း ၈၀၀", "exactly"),
        ("၈၀၀ ဦး", "exactly"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    figure = only(f"ကောလိပ်တွင် ကျောင်းသား {words} ရှိသည်။")
    assert (figure.value, figure.qualifier, figure.head) == (800, qualifier, "ကျောင်းသား")


def test_a_word_that_ends_like_a_number_is_none() -> None:
    assert only("ကောလိပ်တွင် ဆရာ ၂၄၀ ရှိသည်။").value == 240


def test_dates_and_units() -> None:
    figure = only("၂၀၂၃ ခုနှစ် ဩဂုတ်လ ၃၁ ရက်နေ့တွင် ကျောင်းသား ၈၀၀ ဦး ရှိသည်။")
    assert figure.date == "2023-08-31"
    assert only("ဘွဲ့ရ ၉၆.၄ ရာခိုင်နှုန်း အလုပ်ရသည်။").value == Decimal("96.4")
    assert only("ကျပ် သန်း ၁၂၀ သုံးစွဲသည်။").unit == "MMK"


@pytest.mark.parametrize(
    "text",
    [
        "(၁၄) ကြိမ်မြောက် ညီလာခံကို အခန်း ၃၀၁ တွင် ကျင်းပသည်။",
        "ဖုန်း ၀၁-၅၂၃ ၄၅၆၊ အမှတ် ၁၄။",
        "၂၀၂၃ ခုနှစ် ဩဂုတ်လ ၃၁ ရက်။",
        "ဥပဒေပုဒ်မ ၁၂ အရ။",
        "ဆရာများနှင့် ကျောင်းသားများ။",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read_figures(text, "my") == []
