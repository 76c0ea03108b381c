"""What English figures say: qualifier, noun, unit, rate, date, role; and what is no figure."""

from decimal import Decimal

import pytest

from guildbook.language import ReadFigure, read_figures


def only(text: str) -> ReadFigure:
    figures = read_figures(text)
    assert len(figures) == 1, [(f.value, f.counts) for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("trained 800 students", "exactly"),
        ("trained exactly 800 students", "exactly"),
        ("trained a total of 800 students", "exactly"),
        ("trained only 800 students", "exactly"),
        ("trained over 800 students", "over"),
        ("trained more than 800 students", "over"),
        ("trained well over 800 students", "over"),
        ("trained upwards of 800 students", "over"),
        ("trained at least 800 students", "over"),
        ("trained no fewer than 800 students", "over"),
        ("trained in excess of 800 students", "over"),
        ("trained 800-plus students", "over"),
        ("trained 800+ students", "over"),
        ("trained 800 or more students", "over"),
        ("trained 800 students or more", "over"),
        ("trained nearly 800 students", "almost"),
        ("trained almost 800 students", "almost"),
        ("trained close to 800 students", "almost"),
        ("trained up to 800 students", "almost"),
        ("trained just under 800 students", "almost"),
        ("trained no more than 800 students", "almost"),
        ("trained fewer than 800 students", "almost"),
        ("trained about 800 students", "about"),
        ("trained around 800 students", "about"),
        ("trained approximately 800 students", "about"),
        ("trained roughly 800 students", "about"),
        ("trained some 800 students", "about"),
        ("trained an estimated 800 students", "about"),
        ("trained 800 or so students", "about"),
        ("trained 800-odd students", "about"),
        ("trained ~800 students", "about"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    figure = only(f"The college has {words} in Laos.")
    assert (figure.value, figure.qualifier, figure.head) == (800, qualifier, "student")


@pytest.mark.parametrize("verb", ["exceeds", "exceeded", "has surpassed", "topped"])
def test_a_verb_can_qualify(verb: str) -> None:
    figure = only(f"The number of enrolled students {verb} 800.")
    assert (figure.qualifier, figure.counts, figure.head) == ("over", "enrolled students", "student")


@pytest.mark.parametrize(
    "text",
    [
        "The 2024 Forum opened in Nanning on 22 May 2024.",
        "It was held on Aug 31 and from 3 to 5 September, 2023-09-05.",
        "Founded in 1979, it moved in the 1990s and again in 2018/19.",
        "The 14th Five-Year Plan and the 21st century.",
        "Tel: +86-771-3232266, fax (0771) 323 4567, hotline 400-820-1234",
        "ICP No. 05003597-1, ISBN 978-7-04-012345-6",
        "Doors open at 9:30 a.m. and close at 17:00.",
        "He stayed in Room 301 of Building 5.",
        "The college promotes 5G, Industry 4.0, B2B trade and the 1+X certificate.",
        "COVID-19 closed the ASEAN+3 forum.",
        "It works under the Two Corridors and One Economic Circle strategy.",
        "It is one of the first of its kind; no one and nothing else, one another.",
        "On the one hand they teach, on the other hand they learn.",
        "The two countries and both sides agreed; these three colleges will follow.",
        "Two-thirds agreed, a quarter did not; one in three stayed.",
        "A 26-year-old mechanic, 45 years old his teacher, aged 18 to 24 the rest.",
        "See Table 2, Figure 3, Article 12 and Section 4.1.",
        "Version 3.2.1 of the standard, ranked in the top 500.",
        "The three-year plan, a two-way street, a one-stop shop.",
        "Write to info2024@example.org or www.example.org/2024/12",
        "1. Strengthen cooperation.\n2. Deepen exchange.\n(3) Meet again.",
        "The ratio of teachers to learners is 1:16.",
        "Several hundred students and dozens of teachers, many thousand in all.",
        "No. 169, East Daxue Road, Nanning 530004",
        "Copyright 2019-2024. Views: 1532",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [(f.value, f.counts) for f in read_figures(text)] == []


@pytest.mark.parametrize(
    ("text", "counts", "head", "modifiers"),
    [
        (
            "There are 12 higher vocational institutions in Guangxi that accept international students, they say.",
            "higher vocational institutions in Guangxi that accept international students",
            "institution",
            ("higher", "vocational", "guangxi", "accept", "international", "student"),
        ),
        ("It set up 10 Modern Craftsman Colleges.", "Modern Craftsman Colleges", "college", ("modern", "craftsman")),
        (
            "Some 37 colleges and universities from 15 cities came.",
            "colleges and universities",
            "college",
            ("university",),
        ),
        ("It has 20 science and technology parks.", "science and technology parks", "park", ("science", "technology")),
        ("There are 57 pairs of sister cities.", "pairs of sister cities", "pair", ("sister", "city")),
        ("It trained 600 corporate personnel.", "corporate personnel", "personnel", ("corporate",)),
        ("We met more than 100Chineseuniversities.", "Chineseuniversities", "university", ("chinese",)),
        ("It enrolled 500 university graduates.", "university graduates", "graduate", ("university",)),
        ("It runs 30 training programs abroad.", "training programs abroad", "programme", ("training",)),
    ],
)
def test_noun_phrases(text: str, counts: str, head: str, modifiers: tuple[str, ...]) -> None:
    figure = read_figures(text)[0]
    assert figure.counts == counts
    assert figure.head == head
    assert set(modifiers) <= set(figure.modifiers)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Enrolment rose by 8.7 percent.", "8.7", "percent"),
        ("Enrolment rose by 8.7%.", "8.7", "percent"),
        ("It invested 1.2 million yuan.", "1200000", "CNY"),
        ("It invested US$3.5 million.", "3500000", "USD"),
        ("It invested $48m.", "48000000", "USD"),
        ("It invested RMB 20 million.", "20000000", "CNY"),
        ("The campus covers 35 hectares.", "35", "hectare"),
        ("The workshop covers 6,814 square meters.", "6814", "square metre"),
        ("They have cooperated for more than 40 years.", "40", "year"),
        ("It has 40 workshops.", "40", None),
    ],
)
def test_units(text: str, value: str, unit: str | None) -> None:
    figure = only(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It trains over 10,000 technical workers annually.", "year"),
        ("It trains 300 workers a year.", "year"),
        ("Each year it trains 300 workers.", "year"),
        ("It trains 300 workers per month.", "month"),
        ("It has trained 300 workers.", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It aims to establish 10 colleges.", "target"),
        ("It will train 500 instructors by 2026.", "target"),
        ("It plans to open 3 workshops.", "target"),
        ("It has established 10 colleges.", "actual"),
        ("It trained 500 instructors.", "actual"),
    ],
)
def test_targets_are_told_from_what_is(text: str, role: str) -> None:
    assert only(text).role == role


HEAD = "Vocational colleges report progress\n\nUpdated: 2023-09-05\n\n"


@pytest.mark.parametrize(
    ("sentence", "date", "since"),
    [
        ("The region has 12 colleges.", "2023-09-05", None),
        ("In May of this year, the region opened 12 colleges.", "2023-05", None),
        ("Last year, the region opened 12 colleges.", "2022", None),
        ("In 2021, the region opened 12 colleges.", "2021", None),
        ("By the end of 2022, the region had 12 colleges.", "2022-12-31", None),
        ("As of June 30, 2023, the region had 12 colleges.", "2023-06-30", None),
        ("On Aug 31, the region opened 12 colleges.", "2023-08-31", None),
        ("In the first half of 2023, 12 colleges opened.", "2023-01/2023-06", None),
        ("Since 2016, the region has opened 12 colleges.", "2023-09-05", "2016"),
        ("Founded in 2019, the alliance has 12 colleges.", "2023-09-05", None),
        ("From 2016 to 2020 the region opened 12 colleges.", "2016/2020", None),
    ],
)
def test_dates(sentence: str, date: str, since: str | None) -> None:
    figure = only(HEAD + sentence)
    assert (figure.date, figure.since) == (date, since)


def test_without_any_date_there_is_none() -> None:
    assert only("The region has 12 colleges.").date is None


def test_a_range_is_two_bounds() -> None:
    assert [(f.value, f.qualifier, f.head) for f in read_figures("It admits between 200 and 300 students.")] == [
        (200, "over", "student"),
        (300, "almost", "student"),
    ]
    assert [(f.value, f.qualifier) for f in read_figures("It will build 10 to 15 colleges.")] == [
        (10, "over"),
        (15, "almost"),
    ]


def test_growth_is_two_exact_figures() -> None:
    figures = read_figures("Its members grew from 20 to 35 colleges.")
    assert [(f.value, f.qualifier) for f in figures] == [(20, "exactly"), (35, "exactly")]


def test_look_alike_digits_and_spaces_are_read() -> None:
    figure = only("The alliance has １２，０００\u00a0members.")
    assert (figure.value, figure.head) == (12000, "member")


def test_a_number_left_without_its_noun_takes_the_antecedent() -> None:
    figures = read_figures(
        "The school has 402 teachers, 61 of whom hold doctorates, in 8 faculties, of which 3 are new."
    )
    assert [(f.value, f.head) for f in figures] == [(402, "teacher"), (61, "teacher"), (8, "faculty"), (3, "faculty")]


def test_table_cells_count_their_column() -> None:
    figures = read_figures("Country\tColleges\tStudents\nLaos\t12\t1,200\n")
    assert [(f.value, f.head) for f in figures] == [(12, "college"), (1200, "student")]


def test_json_numbers_are_whole_where_the_value_is() -> None:
    assert repr(only("It has 1.2 million students.").number) == "1200000"
    assert repr(only("It rose by 8.7 percent.").number) == "8.7"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published in November\n10.8M trainees finished the courses.", [(10_800_000, "trainee")]),
        ("Of 64 applicants, 48 passed.", [(64, "applicant"), (48, "applicant")]),
        ("Eight out of 10 trainees found work; three of the 26 projects failed.", [(3, "project"), (26, "project")]),
        ("Teachers: Laos 12, Thailand 31 and Cambodia 7.", [(12, "teacher"), (31, "teacher"), (7, "teacher")]),
        ("80 percent of students stayed and 12 percent left.", [(80, "student"), (12, "student")]),
        ("It took part in the 100 Villages Programme with 12 villages.", [(12, "village")]),
        ("He led the 20-strong delegation and a 12-member team.", [(20, "delegation"), (12, "member")]),
        ("37\nMember schools\n15\nPartner countries", [(37, "school"), (15, "country")]),
        ("It paid tuition (RMB 8,000) for all.", [(8000, "tuition")]),
        ("TESDA said 751,500 passed.", [(751_500, "")]),
        ("Of the 43 colleges, two in Laos, 12 of them public.", [(43, "college"), (2, "college"), (12, "college")]),
    ],
)
def test_how_numbers_stand_together(text: str, found: list[tuple[int, str]]) -> None:
    assert [(f.value, f.head) for f in read_figures(text)] == found
