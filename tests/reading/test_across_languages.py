"""The book in one language, the text in another: altered numbers, others' figures, claims recorded in Chinese."""

from decimal import Decimal
from pathlib import Path

import pytest

from guildbook.directory.models import Source
from guildbook.figures.actions import record_claim
from guildbook.figures.models import Claim, Indicator
from guildbook.kit.actions import keep
from guildbook.kit.actors import PUBLIC, SYSTEM
from guildbook.kit.drafts import Draft
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("across languages")]

WORDINGS = list(labelled_texts(Path(__file__).parent / "zh_texts.txt"))[:3]


def altered_numbers(printed):
    """Other numbers in place of a printed one, far enough off that no qualifier can mean both."""
    value = int(Decimal(printed.replace(",", "").replace("万", "0000"))) if printed[0].isdigit() else 4
    return [f"{value * 3 + 1}", f"{value * 10 + 7:,}", "九十九" if value < 90 else f"{value // 3}"]


@pytest.mark.parametrize("labelled", WORDINGS, ids=["first", "second", "third"])
def test_an_altered_number_differs_and_all_others_still_agree(labelled):
    known = [expected for expected in labelled.figures if expected.verdict == "agrees"]
    assert len(known) >= 13
    for expected in known:
        for other in altered_numbers(expected.printed):
            text = labelled.text[: expected.start] + other + labelled.text[expected.start + len(expected.printed) :]
            answers = {figure.read.start: figure for figure in check_text(PUBLIC, text).figures}
            assert answers[expected.start].answer.verdict == "differs", (expected.printed, other)
            assert answers[expected.start].indicator == expected.indicator
            assert sum(figure.answer.verdict == "agrees" for figure in answers.values()) == len(known) - 1


@pytest.mark.parametrize(
    "changes",
    [
        {"广西壮族自治区": "云南省", "廣西壯族自治區": "雲南省", "广西": "云南", "廣西": "雲南"},
        {"广西壮族自治区": "越南", "廣西壯族自治區": "越南", "广西": "越南", "廣西": "越南"},
        dict.fromkeys(("广西壮族自治区", "广西"), "广西师范大学")
        | dict.fromkeys(("廣西壯族自治區", "廣西"), "廣西師範大學"),
        {"2023年": "2021年"},
    ],
    ids=["another province", "another country", "a school of the province", "another year"],
)
@pytest.mark.parametrize("labelled", WORDINGS, ids=["first", "second", "third"])
def test_the_same_text_about_somebody_else_or_another_year_is_unknown(labelled, changes):
    text = labelled.text
    for old, new in changes.items():
        marked = text.replace(old, "\0")
        text = marked.replace("\0", new)
    checked = check_text(PUBLIC, text)
    assert len(checked.figures) >= 13
    assert checked.count("unknown") == len(checked.figures)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("国际学生", "国际教师"),
        ("国际化教材", "国际化教具"),
        ("培训基地", "养老基地"),
        ("技术工人", "农民"),
        ("专业标准", "安全标准"),
        ("国际学生", "本地学生"),
    ],
)
def test_the_same_sentence_about_another_thing_is_unknown(old, new):
    text = WORDINGS[0].text
    assert old in text
    before = {figure.read.start: figure for figure in check_text(PUBLIC, text).figures}
    for figure in check_text(PUBLIC, text.replace(old, new)).figures:
        if new in figure.read.counts:
            assert figure.answer.verdict == "unknown", figure.read.counts
    agreed = [figure.read.counts for figure in before.values() if figure.answer.verdict == "agrees"]
    assert any(old in counts for counts in agreed) or old == "国际学生"


@pytest.fixture
def chinese_claim():
    """A claim of another year that only a Chinese source made, in Chinese words."""
    text = "截至2024年6月30日，广西在海外建立了35个培训基地，编写国际化教材88部。"
    source = keep(
        SYSTEM,
        Draft(Source(key="zh-2024", title={"zh-Hans": "广西职教"}, kind="press", language="zh-Hans", text=text)),
        "for a test",
    )

    def claimed(printed, value, counts, indicator):
        start = text.index(printed)
        record_claim(
            SYSTEM,
            Draft(
                Claim(
                    key=f"zh-2024-{value}",
                    source=source,
                    value=Decimal(value),
                    qualifier="exactly",
                    counts=counts,
                    quote=text,
                    indicator=Indicator.objects.get(key=indicator),
                    subject_type="place",
                    subject_key="guangxi",
                    as_of="2024-06-30",
                    start=start,
                    end=start + len(printed),
                    paragraph=1,
                )
            ),
            "for a test",
        )

    claimed("35", 35, "海外培训基地", "training-bases")
    claimed("88", 88, "国际化教材", "textbooks")


@pytest.mark.usefixtures("chinese_claim")
@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("As of 30 June 2024, Guangxi had set up 35 overseas training bases.", ["agrees"]),
        ("As of 30 June 2024, Guangxi had set up 36 overseas training bases.", ["differs"]),
        ("As of 30 June 2024, Guangxi had compiled 88 international textbooks.", ["agrees"]),
        ("As of 30 June 2024, Yunnan had set up 35 overseas training bases.", ["unknown"]),
        ("截至2024年6月30日，廣西已在海外建立35個培訓基地，編寫國際化教材90部。", ["agrees", "differs"]),
    ],
)
def test_a_text_is_checked_against_claims_recorded_in_chinese(text, verdicts):
    assert [figure.answer.verdict for figure in check_text(PUBLIC, text).figures] == verdicts
