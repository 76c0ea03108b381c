"""One organisation, many names: found across scripts, told from its neighbours, and never taken for another."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from guildbook.language.naming import NameBook
from guildbook.language.naming.glossing import gloss
from guildbook.language.naming.grams import GramIndex
from guildbook.language.naming.lexicon import LANGUAGES, lexicon
from guildbook.language.naming.parts import language_of, taken_apart
from guildbook.language.naming.stemming import stem, tokens
from guildbook.language.vectors import MemoryStore

PAIRS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("names_confusable.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NATIVE = [native for native, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]


@pytest.fixture(scope="module")
def english():
    return NameBook((name, row) for row, name in enumerate(ENGLISH))


@pytest.fixture(scope="module")
def native():
    return NameBook((name, row) for row, name in enumerate(NATIVE))


def missed(book, asked):
    best = [found[0].key for found in book.match_all(asked)]
    return [asked[row] for row, key in enumerate(best) if key != row]


def test_every_native_name_finds_its_own_english_one(english):
    assert missed(english, NATIVE) == []


def test_every_english_name_finds_its_own_native_one(native):
    assert missed(native, ENGLISH) == []


@pytest.mark.parametrize("direction", ["native to English", "English to native"])
def test_what_is_taken_for_sure_is_right(direction, english, native):
    book, asked = (english, NATIVE) if direction == "native to English" else (native, ENGLISH)
    sure = [(row, one.key) for row, found in enumerate(book.match_all(asked)) for one in found if one.sure]
    assert len(sure) > 80
    assert [pair for pair in sure if pair[0] != pair[1]] == []


@pytest.mark.parametrize("names", [NATIVE, ENGLISH], ids=["native", "English"])
def test_neighbours_are_not_the_same(names):
    book = NameBook((name, row) for row, name in enumerate(names))
    sure = [(names[row], one.name) for row, name in enumerate(names) for one in book.match(name) if one.sure]
    assert [pair for pair in sure if pair[0] != pair[1]] == []


@pytest.mark.parametrize(("asked", "held"), [(NATIVE, ENGLISH), (ENGLISH, NATIVE), (ENGLISH, ENGLISH)])
def test_where_its_own_is_missing_no_other_is_taken(asked, held):
    # Eight neighbours stand together in the list: all but one of a tenth of the names are held.
    for start in range(10):
        out = set(range(start, len(held), 10))
        book = NameBook((name, row) for row, name in enumerate(held) if row not in out)
        taken = [(asked[row], one.name) for row in sorted(out) for one in book.match(asked[row]) if one.sure]
        assert taken == []


GUANGXI = [
    "Guangxi Vocational and Technical College of Communications",
    "Guangxi Mechanical and Electrical Vocational and Technical College",
    "Guangxi Agricultural Vocational and Technical University",
    "Guangxi Vocational and Technical College",
    "Guangxi Financial Vocational College",
]


@pytest.mark.parametrize(
    "own",
    [
        "Guangxi Construction Vocational and Technical College",
        "Guangxi Jianshe Vocational & Technical College",
        "Guangxi Polytechnic of Construction",
        "Vocational and Technical College of Construction, Guangxi",
    ],
)
def test_the_builders_of_guangxi_find_their_own_college(own):
    book = NameBook((name, name) for name in [*GUANGXI, own, "Yunnan Construction Vocational and Technical College"])
    found = book.match("广西建设职业技术学院")
    assert found[0].name == own
    assert found[0].score > 2 * found[1].score


def test_the_builders_of_guangxi_are_nobody_else():
    book = NameBook((name, name) for name in [*GUANGXI, "Yunnan Construction Vocational and Technical College"])
    found = book.match("广西建设职业技术学院")
    assert not any(one.sure for one in found)
    assert found[0].score < 0.8


BOOK = [
    "Yunnan University",
    "Yunnan Agricultural University",
    "云南大学",
    "University of Electronic Science and Technology of China",
    "北京航空航天大学",
    "Beijing University of Chemical Technology",
    "Hanoi University of Science and Technology",
    "Can Tho University",
    "Đại học Cần Thơ",
    "Da Nang Vocational College of Tourism",
    "Savannakhet University",
    "Silpakorn University",
    "Universiti Putra Malaysia",
    "Sekolah Tinggi Ilmu Ekonomi Harapan",
    "Chinese PLA General Hospital",
    "Tibet Agriculture and Animal Husbandry University",
    "Inner Mongolia Normal University",
    "Shaanxi Normal University",
    "Shanxi Normal University",
    "Sun Yat-sen University",
    "Department of Education of Hunan Province",
]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("雲南大學", "云南大学"),
        ("云南农业大学", "Yunnan Agricultural University"),
        ("Yunnan Agricultral Univercity", "Yunnan Agricultural University"),
        ("Agricultural University of Yunnan", "Yunnan Agricultural University"),
        ("Yunnan Agric. Univ.", "Yunnan Agricultural University"),
        ("Yunnan Nongye Daxue", "Yunnan Agricultural University"),
        ("Yúnnán Nóngyè Dàxué", "Yunnan Agricultural University"),
        ("UESTC", "University of Electronic Science and Technology of China"),
        ("北航", "北京航空航天大学"),
        ("Đại học Bách khoa Hà Nội", "Hanoi University of Science and Technology"),
        ("dai hoc can tho", "Đại học Cần Thơ"),
        ("University of Cantho", "Can Tho University"),
        ("Trường Cao đẳng nghề Du lịch Đà Nẵng", "Da Nang Vocational College of Tourism"),
        ("Danang Tourism Vocational College", "Da Nang Vocational College of Tourism"),
        ("ມະຫາວິທະຍາໄລສະຫວັນນະເຂດ", "Savannakhet University"),
        ("มหาวิทยาลัยศิลปากร", "Silpakorn University"),
        ("Putra University, Malaysia", "Universiti Putra Malaysia"),
        ("STIE Harapan", "Sekolah Tinggi Ilmu Ekonomi Harapan"),
        ("Harapan College of Economics", "Sekolah Tinggi Ilmu Ekonomi Harapan"),
        ("中国人民解放军总医院", "Chinese PLA General Hospital"),
        ("西藏农牧大学", "Tibet Agriculture and Animal Husbandry University"),
        ("内蒙古师范大学", "Inner Mongolia Normal University"),
        ("陕西师范大学", "Shaanxi Normal University"),
        ("山西师范大学", "Shanxi Normal University"),
        ("中山大学", "Sun Yat-sen University"),
        ("湖南省教育厅", "Department of Education of Hunan Province"),
        ("Hunan Provincial Education Dept.", "Department of Education of Hunan Province"),
    ],
)
def test_found_however_it_is_written(asked, meant):
    found = NameBook((name, name) for name in BOOK).match(asked)
    assert found[0].name == meant
    assert found[0].score > 0.3


@pytest.mark.parametrize(
    ("asked", "not_meant"),
    [
        ("昆明市第一人民医院", "The Third People's Hospital of Kunming"),
        ("山西师范大学", "Shaanxi Normal University"),
        ("云南大学", "Yunnan Agricultural University"),
        ("Guangxi Normal University", "Guangxi Medical University"),
        ("Hanoi University", "Hanoi Medical University"),
        ("广西大学", "Guangxi University Press"),
        ("Ministry of Health", "Ministry of Justice"),
        ("มหาวิทยาลัยเชียงใหม่", "Chiang Rai Rajabhat University"),
    ],
)
def test_a_lone_neighbour_is_not_taken_for_it(asked, not_meant):
    assert not any(one.sure for one in NameBook([(not_meant, 1)]).match(asked))
    assert not any(one.sure for one in NameBook([(asked, 1)]).match(not_meant))


def test_the_very_same_name_is_the_same(native):
    found = native.match("  广西民族大學 ")[0]
    assert (found.name, found.score, found.reasons, found.sure) == ("广西民族大学", 1.0, ("same",), True)


def test_two_names_of_one_key_do_not_compete():
    alone = NameBook([("Yunnan University", "yn"), ("Guangxi University", "gx")]).match("云南大学")[0]
    both = NameBook([("Yunnan University", "yn"), ("University of Yunnan", "yn"), ("Guangxi University", "gx")])
    assert {one.key for one in both.match("云南大学")[:2]} == {"yn"}
    assert both.match("云南大学")[0].score > alone.score - 0.1


def test_candidates_are_ordered_and_few(english):
    found = english.match("广西农业大学", limit=5)
    assert len(found) == 5
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 and one.reasons for one in found)


def test_nothing_to_find():
    assert NameBook([]).match("云南大学") == []
    book = NameBook([("", 1), ("  ", 2), ("Yunnan University", 3)])
    assert len(book) == 1
    assert book.match(" ") == []
    assert book.match("——") == []
    assert book.match_all(["云南大学", ""])[1] == []


@pytest.mark.parametrize(
    "name", ["\u200b", "𠮷", "a" * 400, "大" * 400, "()", "（）大学（）", "1", "A & B", "''s", "·"]
)
def test_odd_names_do_no_harm(name):
    book = NameBook([(name, 1), ("Yunnan University", 2)])
    assert isinstance(book.match(name), list)
    assert isinstance(book.match("云南大学"), list)


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("广西建设职业技术学院", "zh", "广西/place 建设/field 职业/field 技术/field 学院/type"),
        ("陝西師範大學", "zh", "陕西/place 师范/field 大学/type"),
        ("菏泽惠民医院", "zh", "菏泽/place 惠民/unknown 医院/type"),
        ("Bệnh viện Đa khoa tỉnh Quảng Trị", "vi", "benh_vien/type da_khoa/field tinh/minor quang_tri/place"),
        ("Politeknik Negeri Bandung", "ms", "politeknik/type negeri/word bandung/place"),
        ("มหาวิทยาลัยขอนแก่น", "th", "มหาวิทยาลัย/type ขอนแก่น/word"),
        ("ວິທະຍາໄລເຕັກນິກ", "lo", "ວິທະຍາໄລ/type ເຕັກນິກ/field"),
        ("ရန်ကုန်တက္ကသိုလ်", "my", "ရန်ကုန်/place တက္ကသိုလ်/type"),
        ("Hunan Normal University (China)", "en", "hunan/place normal/field university/type china/aside"),
    ],
)
def test_taken_apart(name, language, parts):
    found = taken_apart(name)
    glue = "_" if language in {"vi", "ms", "en"} else ""
    assert found.language == language
    assert parts.split() == [f"{glue.join(found.atoms[a:b])}/{found.kinds[a]}" for a, b in found.spans]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Universitas Indonesia", "ms"),
        ("Kementerian Kesihatan Malaysia", "ms"),
        ("Pamantasan ng Lungsod ng Maynila", "fil"),
        ("truong dai hoc can tho", "vi"),
        ("University of Indonesia", "en"),
        ("Guangxi Daxue", "pinyin"),
        ("Apple", "en"),
        ("សាកលវិទ្យាល័យ", "km"),
    ],
)
def test_language_of_a_name(name, language):
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("云南农业大学", "yunnan agricultural university"),
        ("菏泽惠民医院", "heze Huimin hospital"),
        ("Politeknik Negeri Bandung", "state polytechnic Bandung"),
        ("มหาวิทยาลัยขอนแก่น", "university khon kaen"),
        ("Yunnan University", "Yunnan University"),
    ],
)
def test_rough_english(name, english):
    assert gloss(name).lower() == english.lower()


def test_stems_bring_forms_of_a_word_together():
    for one, other in [("agriculture", "agricultural"), ("communications", "communication"), ("centre", "center")]:
        assert stem(one) == stem(other)
    for one, other in [("normal", "north"), ("hunan", "henan"), ("shanxi", "shaanxi"), ("technology", "technical")]:
        assert stem(one) != stem(other)
    assert tokens("Xi’an Int'l R&D Centre — Women's A&F") == ["xian", "intl", "r&d", "centre", "women", "a&f"]


def test_letters_are_compared_by_rarity():
    index = GramIndex(["yunnan university", "guangxi university", "hunan college"])
    assert index.scores("yunnan univ").argmax() == 0
    assert index.scores("zzz").max() == 0
    assert index.scores("guangxi university")[1] == pytest.approx(1.0)


def test_tables_are_broad_and_sound():
    sizes = {language: len(lexicon(language)) for language in LANGUAGES}
    assert sizes["zh"] > 3000
    assert all(sizes[language] >= 100 for language in LANGUAGES)
    kinds = {"type", "field", "place", "name", "word", "parent", "minor", "institution"}
    for language in LANGUAGES:
        for word, entry in lexicon(language).items():
            assert entry.kind in kinds, word
            assert word == word.strip(), word
            assert entry.renderings or entry.kind in {"minor", "place", "parent"}, word
            assert all(0 < one.weight <= 1 for one in entry.renderings), word
            if language not in {"vi", "ms", "fil", "en"}:
                assert language_of(word) == language, word


class Letters:
    """An embedder for tests: letters counted, so that likeness is predictable."""

    name, dimensions = "letters", 26

    def __init__(self):
        self.embedded = []

    def embed(self, texts, progress=None):
        self.embedded += texts
        counts = np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], dtype=np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


def test_names_are_embedded_once():
    embedder, store = Letters(), MemoryStore()
    for _ in range(2):
        book = NameBook(list(zip(ENGLISH, itertools.count(), strict=False)), embedder=embedder, store=store)
        found = book.match_all(NATIVE)
    assert len(embedder.embedded) == len(set(embedder.embedded))
    assert sum(one[0].key == row for row, one in enumerate(found)) > 0.9 * len(PAIRS)


def test_meaning_helps_with_single_names_too():
    embedder = Letters()
    book = NameBook(list(zip(ENGLISH, itertools.count(), strict=False)), embedder=embedder)
    assert book.match("云南农业大学")[0].name == "Yunnan Agricultural University"
    assert not any("\u4e00" <= character <= "\u9fff" for text in embedder.embedded for character in text)


def test_progress_is_told():
    told = []
    NameBook([("Yunnan University", 1)], embedder=Letters(), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
