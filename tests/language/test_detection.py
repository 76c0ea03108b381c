"""Languages told apart, and the runs of mixed texts, on sentences written for these tests."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildbook.language.detection import UNDETERMINED, detect_language, language_runs, script_of

LINES = (Path(__file__).parent / "detection_sentences.tsv").read_text(encoding="utf-8").splitlines()
SENTENCES = [(tag, sentence) for tag, _, sentence in (line.partition("\t") for line in LINES)]
SCRIPTS = {"zh-Hans": "Hans", "zh-Hant": "Hant", "th": "Thai", "lo": "Laoo", "km": "Khmr", "my": "Mymr"}


def test_fifteen_sentences_stand_for_each_language() -> None:
    assert len(Counter(tag for tag, _ in SENTENCES)) == 11
    assert set(Counter(tag for tag, _ in SENTENCES).values()) == {15}


@pytest.mark.parametrize("tag", sorted({tag for tag, _ in SENTENCES}))
def test_single_sentences_are_told(tag: str) -> None:
    missed = [sentence for other, sentence in SENTENCES if other == tag and detect_language(sentence).language != tag]
    # A short sentence may be good Indonesian and good Malay.
    assert len(missed) <= (1 if tag in ("id", "ms") else 0), missed


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES)
def test_the_script_of_a_sentence(tag: str, sentence: str) -> None:
    assert script_of(sentence) == SCRIPTS.get(tag, "Latn")


@pytest.mark.parametrize("tag", sorted({tag for tag, _ in SENTENCES}))
def test_fifteen_sentences_together_are_sure(tag: str) -> None:
    found = detect_language(" ".join(sentence for other, sentence in SENTENCES if other == tag))
    assert (found.language, found.confidence > 0.9) == (tag, True)


@pytest.mark.parametrize("text", ["BYD", "Panda Workshop", "Juan dela Cruz", "Example Polytechnic", "Menteri"])
def test_a_few_words_are_never_sure(text: str) -> None:
    assert detect_language(text).confidence < 0.7


@pytest.mark.parametrize("text", ["", " \n", "12 345,6", "\u200b\u202e\ufeff", "---", "Россия", "カタカナと漢字です"])
def test_what_is_in_none_of_the_languages_says_so(text: str) -> None:
    assert (detect_language(text).language, detect_language(text).confidence) == (UNDETERMINED, 0.0)
    assert script_of(text) == "Zyyy"


@pytest.mark.parametrize(
    "text", ["L'alliance a formé plus de 240 enseignants dans trois pays.", "Las escuelas de la región"]
)
def test_other_languages_in_latin_letters_are_doubted(text: str) -> None:
    assert detect_language(text).confidence < 0.5


def test_zero_width_characters_and_direction_marks_do_not_hide_a_language() -> None:
    assert detect_language("Th\u200be sch\u200dool \u202ehas\u202c traine\u00add the teachers").language == "en"
    assert detect_language("联\u200b盟\u2060培训").language == "zh-Hans"


def test_letters_with_separate_marks_are_told_as_well() -> None:
    decomposed = "Lie\u0302n minh \u0111a\u0303 \u0111a\u0300o ta\u0323o 240 gia\u0301o vie\u0302n."
    assert detect_language(decomposed).language == "vi"


def test_two_megabytes_are_sampled() -> None:
    text = "The alliance trained 240 teachers in three countries. " * 40_000
    assert detect_language(text).language == "en"
    assert [(run.start, run.end, run.language) for run in language_runs(text)] == [(0, len(text), "en")]


def _read(text: str) -> list[tuple[str, str]]:
    return [(run.language, text[run.start : run.end].strip()) for run in language_runs(text)]


def test_paragraphs_in_several_languages_are_runs() -> None:
    english = "The alliance has trained 240 teachers in three countries."
    chinese = "该联盟在三个国家培训了240名教师。"
    vietnamese = "Liên minh đã đào tạo 240 giáo viên ở ba nước."
    thai = "เครือข่ายได้อบรมครู 240 คนในสามประเทศ"
    assert _read(f"{english}\n\n{chinese}\n{vietnamese}\n\n{thai}\n") == [
        ("en", english),
        ("zh-Hans", chinese),
        ("vi", vietnamese),
        ("th", thai),
    ]


def test_sentences_of_a_mixed_paragraph_are_runs() -> None:
    text = "该联盟培训了240名教师。 The alliance trained 600 workers in the three countries. 它还有14个成员。"
    assert [language for language, _ in _read(text)] == ["zh-Hans", "en", "zh-Hans"]
    text = "Liên minh đã đào tạo 240 giáo viên. More than 600 workers were also trained by the alliance in three years."
    assert [language for language, _ in _read(text)] == ["vi", "en"]


@pytest.mark.parametrize(
    "text",
    [
        "比亚迪（Build Your Dreams, a company that makes cars）与12所学校合作。",
        "The college (重庆工业职业技术学院) trained 240 teachers. Its partner [柬埔寨工业技术学院] sent ten of them.",
        "Trường (The College of Industry and Trade of the Province) có 57 ngành đào tạo.",
        "The two sides met in 南宁 and signed 12 agreements.",
        "Panda Workshop\n\nLiên minh đã thành lập năm xưởng ở ba nước.\n\nASEAN\n2023\n",
    ],
)
def test_a_foreign_name_makes_no_run(text: str) -> None:
    assert len(language_runs(text)) == 1


def test_a_heading_goes_with_its_text() -> None:
    text = "Pelajar\n\nKerajaan negeri itu membuka lima kolej vokasional kerana syarikat memerlukan pekerja.\n"
    assert [run.language for run in language_runs(text)] == ["ms"]


def test_an_empty_text_has_no_runs_and_digits_one_without_language() -> None:
    assert language_runs("") == []
    assert [run.language for run in language_runs("12\n\n13\n")] == [UNDETERMINED]


_WORDS = st.sampled_from("the 240 教师 學校 ครู ຄູ គ្រូ ဆရာ giáo viên yang ng . 。 \n ( ) ; ។ \u200b \ufeff".split(" "))


@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
@settings(max_examples=200, deadline=None)
def test_runs_cover_any_text(text: str) -> None:
    runs = language_runs(text)
    assert [run.start for run in runs] == [0, *[run.end for run in runs]][: len(runs)]
    assert (runs[-1].end if runs else 0) == len(text)
    assert all(a.language != b.language for a, b in pairwise(runs))


def test_a_heading_goes_with_the_text_it_stands_over() -> None:
    english = "Example deepens cooperation\n\nSept. 5, 2023\n\nThe region has set up 11 schools in other countries.\n\n"
    indonesian = "Perusahaan itu mendirikan 28 basis pelatihan di luar negeri karena pekerja dibutuhkan setiap tahun.\n"
    text = english + indonesian
    assert [(run.start, run.language) for run in language_runs(text)] == [(0, "en"), (len(english), "id")]


def test_many_short_lines_are_told() -> None:
    text = "Panda\nBYD\n12\nhọc\n" * 5_000
    assert language_runs(text)[-1].end == len(text)


def test_a_long_foreign_name_does_not_make_the_sentence_foreign() -> None:
    name = "International Land-Sea Trade Corridor Vocational Education International Cooperation Alliance"
    indonesian = f"{name} kini memiliki 174 anggota. Aliansi itu telah mendirikan enam Bengkel Panda."
    vietnamese = f"{name} hiện có 174 thành viên. Liên minh đã thành lập sáu Xưởng Gấu Trúc."
    english = "The Universitas Gadjah Mada and the Politeknik Negeri Contoh have signed an agreement."
    assert [run.language for run in language_runs(indonesian)] == ["id"]
    assert [run.language for run in language_runs(vietnamese)] == ["vi"]
    assert [run.language for run in language_runs(english)] == ["en"]


@pytest.mark.parametrize(
    ("sentences", "languages"),
    [
        (("Hơn 10.000 sinh viên, gần 200 trường. ", "Lebih dari 10.000 siswa dan sekitar 200 guru."), ("vi", "id")),
        (("ນັກສຶກສາ ໑໒໐ ຄົນ. ", "ครู 50 คน"), ("lo", "th")),
    ],
)
def test_short_sentences_of_one_paragraph_are_told_by_their_letters(sentences, languages) -> None:
    runs = language_runs("".join(sentences))
    assert [run.language for run in runs] == list(languages)
    assert runs[1].start == len(sentences[0])
