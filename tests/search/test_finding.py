"""What is found in many scripts, in which order, and why."""

from datetime import date

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.search.queries import Question, find, hits
from portal.books import keep

pytestmark = pytest.mark.django_db
SCHOOLS = {
    "construction": {"zh-Hans": "广西建设职业技术学院", "en": "Guangxi Construction Vocational College"},
    "transport": {"zh-Hans": "广西交通职业技术学院", "en": "Guangxi Transport Vocational College"},
    "kunming": {"zh-Hans": "昆明冶金高等专科学校", "en": "Kunming Metallurgy College"},
    "hanoi": {"vi": "Trường Cao đẳng Đào tạo nghề Hà Nội"},
    "bangkok": {"th": "วิทยาลัยเทคนิคกรุงเทพ", "en": "Bangkok Technical College"},
    "vientiane": {"lo": "ວິທະຍາໄລເຕັກນິກວຽງຈັນ"},
    "phnompenh": {"km": "វិទ្យាស្ថានបច្ចេកវិទ្យាកម្ពុជា"},
    "yangon": {"my": "ရန်ကုန်နည်းပညာတက္ကသိုလ်"},
    "polytechnic": {"id": "Politeknik Negeri Jakarta"},
    "taipei": {"zh-Hant": "國立臺北科技大學"},
    "xian": {"en": "Xi'an Railway College"},
}


@pytest.fixture(autouse=True)
def _schools(db):
    for key, names in SCHOOLS.items():
        rows = [{"text": text, "language": tag} for tag, text in names.items()]
        keep("organisation", key, kind="school", names=rows)


def keys(words, **asked):
    return [hit.record.key for hit in _hits(words, **asked)]


def _hits(words, **asked):
    found = find(PUBLIC, Question(words, **asked))
    return hits(PUBLIC, found.asked, found.matches)


@pytest.mark.parametrize(
    ("words", "key", "reason", "marked"),
    [
        ("Guangxi Construction", "construction", "name", ["Guangxi", "Construction"]),
        ("guangx con", "construction", "name", ["Guangx", "Con"]),
        ("昆明", "kunming", "name", ["昆明"]),
        ("冶金", "kunming", "name", ["冶金"]),
        ("金", "kunming", "name", ["金"]),
        ("職業技術", "construction", "name", ["职业技术"]),
        ("建设 广西", "construction", "name", ["广西建设"]),
        ("北科技", "taipei", "name", ["北科技"]),
        ("国立台北", "taipei", "name", ["國立臺北"]),
        ("dao tao", "hanoi", "name", ["Đào", "tạo"]),
        ("ĐÀO TẠO", "hanoi", "name", ["Đào", "tạo"]),
        ("เทคนิค", "bangkok", "name", ["เทคนิค"]),
        ("ເຕັກນິກ", "vientiane", "name", ["ເຕັກນິກ"]),
        ("បច្ចេក", "phnompenh", "name", ["បច្ចេក"]),
        ("နည်းပညာ", "yangon", "name", ["နည်းပညာ"]),
        ("ｊａｋａｒｔａ", "polytechnic", "name", ["Jakarta"]),
        ("ja\u200bkarta", "polytechnic", "name", ["Jakarta"]),
        ("xian railway", "xian", "name", ["Xi'an", "Railway"]),
        ("guangxi jianshe", "construction", "pinyin", ["广西建设"]),
        ("guangxijianshe", "construction", "pinyin", ["广西建设"]),
        ("yejin gaodeng", "kunming", "pinyin", ["冶金高等"]),
        ("kunming 冶金", "kunming", "names", ["冶金"]),
        ("gxjs", "construction", "initials", ["广西建设"]),
        ("kmyj", "kunming", "initials", ["昆明冶金"]),
        ("jarkata", "polytechnic", "spelling", ["Jakarta"]),
        ("polyteknik jakata", "polytechnic", "spelling", ["Politeknik", "Jakarta"]),
        ("昆明治金高等", "kunming", "spelling", ["昆明冶金高等"]),
        ("วิทยาลัยเทคนืคกรุง", "bangkok", "spelling", ["วิทยาลัยเทคนิคกรุง"]),
        ("cao danh dao tao", "hanoi", "spelling", None),
        ("vientiane", "vientiane", "key", None),
    ],
)
def test_each_script_is_found_and_the_reason_told(words, key, reason, marked):
    first = _hits(words)[0]
    assert (first.record.key, first.reason) == (key, reason)
    if marked is not None:
        assert [first.text[start:end] for start, end in first.marks] == marked


@pytest.mark.parametrize("words", ["xi", "西广", "职建", "ngxi", "ge", "昆名", "tech", "ไม่มี", "qqzz"])
def test_what_nobody_would_expect_is_not_found(words):
    expected = {"tech": ["bangkok"], "xi": [], "ge": []}
    found = keys(words)
    assert [key for key in found if key not in expected.get(words, [])] in ([], ["xian"] if words == "xi" else [])


def test_whole_names_come_before_beginnings_before_words_before_sound():
    keep("person", "one", names={"en": "Guangxi"})
    keep("event", "two", title={"en": "Guangxi forum"}, kind="forum", since="2023")
    keep("event", "three", title={"en": "Forum in Guangxi"}, kind="forum")
    keep("event", "four", title={"zh-Hans": "走进广西"}, kind="forum", note={"en": "About Guangxi."})
    keep("event", "five", title={"en": "Visit"}, kind="forum", note={"en": "Began in Guangxi."})
    assert keys("guangxi") == ["one", "transport", "construction", "two", "three", "four", "five"]
    last = _hits("guangxi")[-1]
    assert (last.reason, last.column, last.text) == ("text", "note", "Began in Guangxi.")
    dated = keys("guangxi", since=date(2023, 1, 1), until=date(2023, 12, 31))
    assert dated == ["two"]


def test_alliances_and_organisations_come_first_among_equals():
    for kind, key in (("event", "a"), ("person", "b")):
        names = {"title": {"en": "Silk Road"}, "kind": "forum"} if kind == "event" else {"names": {"en": "Silk Road"}}
        keep(kind, key, **names)
    keep("organisation", "c", kind="company", names=[{"text": "Silk Road", "language": "en"}])
    keep("alliance", "d", names=[{"text": "Silk Road", "language": "en"}])
    assert keys("silk road") == ["d", "c", "b", "a"]


def test_a_correction_is_told_only_where_it_finds_something():
    assert find(PUBLIC, Question("jarkata")).meant == ("jakarta",)
    assert find(PUBLIC, Question("jakarta")).meant == ()
    keep("organisation", "polytechnic", kind="school", names=[{"text": "Other", "language": "en"}], status="withdrawn")
    assert find(PUBLIC, Question("jarkata")).meant == ()


def test_two_thousand_characters_and_strange_ones_are_answered():
    for words in ("x" * 3000, "广" * 3000, "\ud7ff\uffff", "ก" * 200, "%_\\", "a' OR 1=1 --", "\u200b\u200e"):
        assert keys(words) == []
