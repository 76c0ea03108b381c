"""What is on record: as of days, within places, shared things once, distinct values, sums."""

import datetime as dt

import pytest

from guildbook.figures.queries import Question, ask, ask_many, breakdowns_of, records_of, values_of
from guildbook.kit.actors import PUBLIC, SYSTEM

pytestmark = pytest.mark.usefixtures("book")


def on_record(indicator, subject="", at=None, **filters):
    return ask(PUBLIC, indicator, subject, dt.date.fromisoformat(at) if at else None, filters).on_record


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", 0),
        ("2020-12-30", 0),  # “2020” has surely begun on its last day only
        ("2020-12-31", 1),
        ("2021-12-31", 2),
        ("2022-03-31", 2),
        ("2022-04-01", 1),  # one left the day before
        ("2022-06-29", 1),
        ("2022-06-30", 2),
        ("2023-12-30", 2),
        ("2025-01-01", 3),
    ],
)
def test_records_are_counted_as_of_a_day(day, expected):
    assert on_record("members", "alliance:guild", day) == expected


def test_records_without_dates_always_count():
    assert on_record("members", "alliance:league", "1990-01-01") == 1


def test_drafts_are_not_counted_for_anybody():
    assert on_record("members", "alliance:league") == 1
    assert ask(SYSTEM, "members", "alliance:league").on_record == 1


def test_a_place_holds_what_lies_within_it():
    assert on_record("members", "place:north-town") == 1
    assert on_record("members", "place:north") == 2
    assert on_record("members", "place:south") == 2
    assert on_record("members", "place:union") == 2


def test_a_shared_thing_counts_once():
    assert on_record("schools-abroad", "place:north") == 1
    assert on_record("schools-abroad", "place:north-town") == 1
    assert on_record("schools-abroad", "organisation:east-college") == 1
    assert on_record("schools-abroad") == 2


def test_a_host_is_not_a_founder():
    assert on_record("schools-abroad", "place:south") == 1
    assert on_record("founders", "alliance:guild") == 2


def test_values_of_several_legs_are_united_before_they_are_counted():
    # north and south by membership, west and south by what sources say of the alliance
    assert on_record("countries", "alliance:guild") == 3
    assert on_record("countries", "alliance:league") == 1


def test_parts_are_counted_as_of_a_day_too():
    assert on_record("countries", "alliance:guild", "2021-12-31") == 2  # south; north since 2021, west only from 2022
    assert on_record("countries", "alliance:guild", "2020-12-31") == 1  # the works of the south


def test_a_unit_stands_as_its_dated_states_say():
    assert on_record("open-schools", "place:north") == 1
    assert on_record("open-schools", "place:north", "2023-05-31") == 1
    assert on_record("open-schools", "place:north", "2023-05-30") == 0
    assert on_record("schools-abroad", "place:north", "2022-01-01") == 1
    assert on_record("schools-abroad", "place:north", "2020-01-01") == 0


def test_an_event_goes_on_having_been_held():
    assert on_record("events-held", "", "2022-09-30") == 0
    assert on_record("events-held", "", "2024-01-01") == 1


def test_excluded_values_are_left_out_and_their_records_kept():
    # the shared school has partners in the north (left out) and the south
    assert on_record("partner-countries") == 1
    assert on_record("partner-countries", kind="workshop") == 1


def test_sums_add_every_record_once():
    assert on_record("seats") == 82
    assert on_record("seats", "place:north") == 70
    assert on_record("seats", "organisation:town-college") == 82
    assert on_record("seats", "alliance:league") == 12


def test_legs_over_the_same_records_count_each_once():
    assert on_record("city-links") == 3
    assert on_record("city-links", "place:north") == 3  # the third lies in it with both ends
    assert on_record("city-links", "place:north-east") == 3
    assert on_record("city-links", "place:west") == 1
    assert on_record("city-links", "place:north", "1999-01-01") == 2


def test_no_leg_can_answer():
    assert on_record("learners", "place:north") is None
    assert on_record("learners") is None


def test_facets_narrow_a_figure():
    assert on_record("members", "alliance:guild", country="south") == 1
    assert on_record("members", role="founder") == 1
    assert on_record("members", alliance="guild", country="north") == 2
    assert on_record("members", country="nowhere") == 0


def test_many_at_once_answer_as_one_by_one():
    subjects = [
        "alliance:guild", "alliance:league", "place:north", "place:south", "place:union", "place:north-town",
        "organisation:town-college", "organisation:south-college",
    ]  # fmt: skip
    questions = [
        Question(indicator, subject, at)
        for indicator in (
            "members",
            "countries",
            "schools-abroad",
            "founders",
            "seats",
            "partner-countries",
            "city-links",
        )
        for subject in subjects
        for at in (None, dt.date(2021, 12, 31))
        if indicator != "countries" or subject.startswith("alliance")
    ]
    together = [figure.on_record for figure in ask_many(PUBLIC, questions)]
    alone = [ask_many(PUBLIC, [question])[0].on_record for question in questions]
    assert together == alone
    assert any(together)


def test_many_subjects_cost_as_many_queries_as_two(django_assert_num_queries):
    two = [Question("members", f"alliance:{key}") for key in ("guild", "league")]
    with django_assert_num_queries(5):  # indicators, subjects, claims, returns, one GROUP BY
        ask_many(PUBLIC, two)


def test_breakdowns_add_up_and_each_bar_is_a_figure():
    figure = ask(PUBLIC, "members", "alliance:guild")
    country, role, kind = breakdowns_of(PUBLIC, figure)
    assert [(bar.label, bar.number) for bar in country.bars] == [("Northland", 2), ("Southland", 1)]
    assert sum(bar.number for bar in role.bars) == figure.on_record
    assert [bar.label for bar in kind.bars] == ["school"]
    assert country.bars[0].figure.url == "/figures/members?subject=alliance:guild&country=north"
    assert ask(PUBLIC, "members", "alliance:guild", None, {"country": "north"}).on_record == country.bars[0].number


def test_a_breakdown_over_many_rows_counts_each_record_once():
    (__, partner_country) = breakdowns_of(PUBLIC, ask(PUBLIC, "schools-abroad"))
    assert {bar.key: bar.number for bar in partner_country.bars} == {"north": 1, "south": 2}


def test_sums_break_down():
    kind, country = breakdowns_of(PUBLIC, ask(PUBLIC, "seats"))
    assert {bar.key: bar.number for bar in kind.bars} == {"degree": 70, "training": 12}
    assert {bar.key: bar.number for bar in country.bars} == {"south": 70, "west": 12}


def test_the_records_and_values_behind_a_figure():
    figure = ask(PUBLIC, "countries", "alliance:guild")
    assert values_of(PUBLIC, figure) == [
        ("Northland", "/places/north"),
        ("Southland", "/places/south"),
        ("Westland", "/places/west"),
    ]
    behind = {kind.name: [record.key for record in records] for kind, records in records_of(PUBLIC, figure)}
    assert behind == {"membership": ["m1", "m2", "m3"], "alliance": ["guild"]}
    assert values_of(PUBLIC, ask(PUBLIC, "members")) == []
