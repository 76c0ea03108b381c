"""Indonesian and Malay figures: labelled sentences, and what the two write differently."""

from decimal import Decimal

import pytest

from guildbook.language import document_facts, read_figures
from guildbook.language.indonesian import words
from language.measuring import measured


@pytest.mark.parametrize("batch", ["sentences", "unseen", "held_out"])
@pytest.mark.parametrize(("tag", "language"), [("id", "indonesian"), ("ms", "malay")])
def test_labelled_sentences(tag: str, language: str, batch: str) -> None:
    sums = measured(tag, f"{language}_{batch}.txt")
    assert sums.recall >= 0.95, sums.wrong
    assert sums.precision >= 0.95, sums.wrong
    assert sums.qualifiers >= 0.97
    assert sums.nouns >= 0.94


@pytest.mark.parametrize(
    ("tag", "printed", "value"),
    [
        ("id", "1.500", "1500"),
        ("id", "1,5 juta", "1500000"),
        ("id", "10,000", "10000"),
        ("ms", "1,500", "1500"),
        ("ms", "1.5 juta", "1500000"),
        ("ms", "10.000", "10000"),
        ("id", "2 miliar", "2000000000"),
        ("ms", "2 bilion", "2000000000"),
        ("id", "sebelas", "11"),
        ("id", "tiga belas", "13"),
        ("id", "dua puluh lima", "25"),
        ("id", "seratus lima puluh", "150"),
        ("id", "dua ratus sepuluh", "210"),
        ("id", "seribu dua ratus", "1200"),
        ("id", "tiga puluh ribu", "30000"),
        ("ms", "lapan belas", "18"),
    ],
)
def test_numbers(tag: str, printed: str, value: str) -> None:
    (figure,) = read_figures(f"Pada Mei 2024 sekolah itu melatih {printed} guru.", tag)
    assert (figure.value, figure.counts) == (Decimal(value), "guru")


@pytest.mark.parametrize(
    ("tag", "text", "qualifier"),
    [
        ("id", "lebih dari 40 sekolah", "over"),
        ("id", "setidaknya 40 sekolah", "over"),
        ("id", "tak kurang dari 40 sekolah", "over"),
        ("id", "melebihi 40 sekolah", "over"),
        ("id", "40 lebih sekolah", "over"),
        ("id", "hampir 40 sekolah", "almost"),
        ("id", "kurang dari 40 sekolah", "almost"),
        ("id", "paling banyak 40 sekolah", "almost"),
        ("id", "sekitar 40 sekolah", "about"),
        ("id", "kurang lebih 40 sekolah", "about"),
        ("id", "40-an sekolah", "about"),
        ("id", "sebanyak 40 sekolah", "exactly"),
        ("ms", "lebih daripada 40 sekolah", "over"),
        ("ms", "lebih 40 buah sekolah", "over"),
        ("ms", "sekurang-kurangnya 40 sekolah", "over"),
        ("ms", "tidak kurang daripada 40 sekolah", "over"),
        ("ms", "kira-kira 40 sekolah", "about"),
        ("ms", "lebih kurang 40 sekolah", "about"),
        ("ms", "hampir 40 sekolah", "almost"),
    ],
)
def test_qualifiers(tag: str, text: str, qualifier: str) -> None:
    (figure,) = read_figures(f"Program itu mencakup {text}.", tag)
    assert (figure.value, figure.qualifier) == (40, qualifier)


@pytest.mark.parametrize(
    ("tag", "text", "date"),
    [
        ("id", "Pada 22 Mei 2024, sekolah itu melatih 12 guru.", "2024-05-22"),
        ("id", "Pada 3–7 November 2022, sekolah itu melatih 12 guru.", "2022-11-03/2022-11-07"),
        ("id", "Pada 28 Mei hingga 3 Juni 2024 sekolah itu melatih 12 guru.", "2024-05-28/2024-06-03"),
        ("id", "Pada Agustus 2023 sekolah itu melatih 12 guru.", "2023-08"),
        ("id", "Sepanjang 2023 sekolah itu melatih 12 guru.", "2023"),
        ("id", "Hingga akhir Agustus 2023 sekolah itu melatih 12 guru.", "2023-08-31"),
        ("ms", "Pada 31 Ogos 2023, sekolah itu melatih 12 guru.", "2023-08-31"),
        ("ms", "Pada Disember 2023 sekolah itu melatih 12 guru.", "2023-12"),
        ("ms", "Pada tahun 2023 sekolah itu melatih 12 guru.", "2023"),
    ],
)
def test_dates(tag: str, text: str, date: str) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.value, figure.date) == (12, date)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("id", "Forum ke-14 digelar di ruang 305 pada pukul 09.30; lihat Pasal 7 Nomor 15 Tahun 2019."),
        ("id", "Puluhan sekolah, ratusan ribu siswa dan belasan guru hadir."),
        ("id", "Salah satu sekolah berdiri sejak 1975, telepon (021) 555-1234."),
        ("id", "Siswa SMK Negeri 2 berusia 18 sampai 25 tahun."),
        ("ms", "Kedua-dua pihak hadir di bilik 305 pada jam 9.30 pagi menurut Akta 550."),
        ("ms", "Ribuan pelajar berumur 18 hingga 25 tahun datang ke Kolej Vokasional 2."),
    ],
)
def test_what_is_no_figure(tag: str, text: str) -> None:
    assert [(f.value, f.counts) for f in read_figures(text, tag)] == []


@pytest.mark.parametrize(
    ("tag", "text", "unit", "value"),
    [
        ("id", "Proyek itu bernilai Rp35 miliar.", "IDR", 35_000_000_000),
        ("ms", "Projek itu bernilai RM35 juta.", "MYR", 35_000_000),
        ("ms", "Yuran ialah RM2,500 setahun.", "MYR", 2500),
        ("id", "Biaya kursus 2.000 dolar AS.", "USD", 2000),
    ],
)
def test_money(tag: str, text: str, unit: str, value: int) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.unit, figure.value) == (unit, value)


def test_aims_are_targets() -> None:
    (figure,) = read_figures("Pemerintah menargetkan 10 akademi pada 2030.", "id")
    assert (figure.role, figure.date) == ("target", "2030")
    (figure,) = read_figures("Kerajaan menyasarkan 10 kolej menjelang 2030.", "ms")
    assert (figure.role, figure.date) == ("target", "2030")


def test_the_language_is_told_and_the_date_line_dates_the_text() -> None:
    facts = document_facts("Berita\n\n5 September 2023\n\nSekolah kejuruan itu melatih 12 guru karena perusahaan.\n")
    assert (facts.language, facts.date) == ("id", "2023-09-05")
    facts = document_facts("Berita\n\n5 September 2023\n\nKolej vokasional itu melatih 12 guru kerana syarikat.\n")
    assert (facts.language, facts.date) == ("ms", "2023-09-05")


def test_the_lexicon_knows_the_trade() -> None:
    tables = (words.NOUNS, words.MODIFIERS, words.VERBS)
    entries = [
        word for table in tables for line in table.strip().splitlines() for word in line.split(":")[1].split(",")
    ]
    assert len(entries) >= 250
