"""Filipino figures: labelled sentences, native and English numbers, dates with ika-."""

from decimal import Decimal

import pytest

from guildbook.language import document_facts, read_figures
from guildbook.language.filipino import words
from guildbook.language.filipino.grammar import linked
from language.measuring import measured


@pytest.mark.parametrize("batch", ["sentences", "unseen", "held_out"])
def test_labelled_sentences(batch: str) -> None:
    sums = measured("fil", f"filipino_{batch}.txt")
    assert sums.recall >= 0.95, sums.wrong
    assert sums.precision >= 0.95, sums.wrong
    assert sums.qualifiers >= 0.97
    assert sums.nouns >= 0.94


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,500", "1500"),
        ("1.5 milyong", "1500000"),
        ("10.000", "10000"),
        ("dalawampu't limang", "25"),
        ("labindalawang", "12"),
        ("labing-isang", "11"),
        ("tatlumpung", "30"),
        ("apat na raang", "400"),
        ("dalawang daan at limampung", "250"),
        ("isang libong", "1000"),
        ("tatlumpung libong", "30000"),
        ("5 libong", "5000"),
    ],
)
def test_numbers(printed: str, value: str) -> None:
    (figure,) = read_figures(f"Nagsanay ang sentro ng {printed} guro.", "fil")
    assert (figure.value, figure.counts) == (Decimal(value), "guro")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("mahigit 40 paaralan", "over"),
        ("higit sa 40 paaralan", "over"),
        ("hindi bababa sa 40 paaralan", "over"),
        ("halos 40 paaralan", "almost"),
        ("hindi hihigit sa 40 paaralan", "almost"),
        ("humigit-kumulang 40 paaralan", "about"),
        ("mga 40 paaralan", "about"),
        ("tinatayang 40 paaralan", "about"),
        ("40 na paaralan", "exactly"),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    (figure,) = read_figures(f"Kasama sa programa ang {text}.", "fil")
    assert (figure.value, figure.qualifier) == (40, qualifier)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Noong ika-22 ng Mayo 2024, nagsanay ang sentro ng 12 guro.", "2024-05-22"),
        ("Noong Mayo 22, 2024, nagsanay ang sentro ng 12 guro.", "2024-05-22"),
        ("Mula ika-3 hanggang ika-7 ng Nobyembre 2022, nagsanay ang sentro ng 12 guro.", "2022-11-03/2022-11-07"),
        ("Noong Mayo 2024, nagsanay ang sentro ng 12 guro.", "2024-05"),
        ("Noong 2023, nagsanay ang sentro ng 12 guro.", "2023"),
    ],
)
def test_dates(text: str, date: str) -> None:
    (figure,) = read_figures(text, "fil")
    assert (figure.value, figure.date) == (12, date)


@pytest.mark.parametrize(
    "text",
    [
        "Ang ika-14 na porum ay ginanap sa Silid 305 nang 9:30 ng umaga ayon sa Artikulo 7.",
        "Daan-daang estudyante at libo-libong manggagawa ang dumating.",
        "Isa sa mga paaralan ang itinatag noong 1975; tumawag sa (02) 8555-1234.",
        "Ang mga edad 18 hanggang 25 ay maaaring sumali.",
        "Nagkasundo ang dalawang panig.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [(f.value, f.counts) for f in read_figures(text, "fil")] == []


def test_a_number_may_be_said_of_the_noun_behind() -> None:
    (figure,) = read_figures("Umaabot sa 312 ang mga guro ng paaralan.", "fil")
    assert (figure.value, figure.head) == (312, "guro")


def test_linkers() -> None:
    assert [linked(word) for word in ("guro", "paaralan", "apat")] == ["gurong", "paaralang", "apat"]


def test_the_language_is_told_and_the_date_line_dates_the_text() -> None:
    facts = document_facts("Balita\n\nSetyembre 5, 2023\n\nNagsanay ang alyansa ng 12 guro sa mga paaralan.\n")
    assert (facts.language, facts.date) == ("fil", "2023-09-05")


def test_the_lexicon_knows_the_trade() -> None:
    tables = (words.NOUNS, words.MODIFIERS, words.VERBS)
    entries = [
        word for table in tables for line in table.strip().splitlines() for word in line.split(":")[1].split(",")
    ]
    assert len(entries) >= 150
