"""Whom figures are about, with and without known names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.language import NameIndex, document_facts, read_figures

ALLIANCE = "Northern Gulf Vocational Education Alliance"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Guangxi has established 11 schools in Laos.", "Guangxi"),
        ("Guangxi-based enterprises have set up 28 training bases.", "Guangxi"),
        ("Yunnan's vocational colleges have established 11 schools.", "Yunnan"),
        (f"The {ALLIANCE} met in Hanoi. The alliance has 30 members.", ALLIANCE),
        (f"The {ALLIANCE} met in Hanoi. It has 30 members.", ALLIANCE),
        (f"In Hanoi, the {ALLIANCE} announced 30 programmes.", ALLIANCE),
        (f"Nine countries met. There are 71 director units within the {ALLIANCE}.", ALLIANCE),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    assert read_figures(text)[-1].subject == subject


def test_known_names_carry_their_keys_through_anaphors() -> None:
    names = NameIndex([(ALLIANCE, ("organisation", "northern-gulf")), ("Hanoi", ("place", "hanoi"))])
    figure = read_figures(f"The {ALLIANCE} met in Hanoi. The alliance has 30 members.", names=names)[-1]
    assert figure.subject_candidates[0].keys == (("organisation", "northern-gulf"),)
    assert figure.subject_candidates[0].kind == "anaphor"


def test_topics_lead_with_what_is_named_most() -> None:
    facts = document_facts(f"{ALLIANCE} meets\n\nThe {ALLIANCE} met in Hanoi. The {ALLIANCE} has 30 members in Laos.")
    assert facts.topics[0].name == ALLIANCE


def found(index: NameIndex, text: str) -> list[tuple[str, str]]:
    return [(match.name, text[match.start : match.end]) for match in index.find(text)]


def test_the_longest_name_wins() -> None:
    index = NameIndex([("Nanning", 1), ("Nanning Technical College", 2)])
    assert found(index, "at Nanning Technical College in Nanning") == [
        ("Nanning Technical College", "Nanning Technical College"),
        ("Nanning", "Nanning"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the nanning  TECHNICAL college",
        "Nanning-Technical College's",
        "theNanning Technical Collegeof Guangxi",
        "Nanning\u00a0Technical\nCollege",
        "“Nanning Technical College”",
    ],
)
def test_names_are_found_whatever_their_dress(text: str) -> None:
    assert [name for name, _ in found(NameIndex([("The Nanning Technical College", 1)]), text)] == [
        "The Nanning Technical College"
    ]


@pytest.mark.parametrize("text", ["Thailand", "the acc rose", "Laosian", "account"])
def test_short_names_are_not_found_inside_words(text: str) -> None:
    assert found(NameIndex([("Thai", 1), ("ACC", 2), ("Laos", 3)]), text) == []


def test_names_in_scripts_without_blanks() -> None:
    assert found(NameIndex([("广西", 1), ("南宁职业技术学院", 2)]), "位于广西的南宁职业技术学院") == [
        ("广西", "广西"),
        ("南宁职业技术学院", "南宁职业技术学院"),
    ]


def test_names_shared_by_several_records_bring_all_keys() -> None:
    assert NameIndex([("Bokeo", "province"), ("Bokeo", "city")]).find("in Bokeo")[0].keys == ("province", "city")


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.text(max_size=120))
def test_matches_lie_in_the_text_and_do_not_overlap(names: list[str], text: str) -> None:
    matches = NameIndex((name, name) for name in names).find(text)
    assert all(0 <= m.start < m.end <= len(text) for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))
