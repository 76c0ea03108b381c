"""Which witness a figure follows, and how the others stand to it."""

import datetime as dt

import pytest

from guildbook.directory.models import Source
from guildbook.figures.queries import FigureError, UnknownFigureError, ask, every_figure, indicator_subjects
from guildbook.kit.actors import PUBLIC, SYSTEM

from .conftest import claim, keep

pytestmark = pytest.mark.usefixtures("book")


def asked(indicator="schools-abroad", subject="place:north", at=None, **filters):
    return ask(PUBLIC, indicator, subject, dt.date.fromisoformat(at) if at else None, filters)


def verdicts(figure):
    return {each.key: each.verdict.key for each in figure.claims}


def give_return(key, value, organisation="town-college", **columns):
    if not columns.pop("again", False):
        keep("round", {"key": "round", "title": {"en": "Synthetic round"}, "alliance": "guild"})
    document = {
        "key": key,
        "round": "round",
        "organisation": organisation,
        "indicator": "schools-abroad",
        "subject_type": "place",
        "subject_key": "north",
        "value": str(value),
        "as_of": "2023-08-31",
        "state": "approved",
        **columns,
    }
    return keep("return", document)


def test_records_alone_are_the_answer():
    figure = asked()
    assert (figure.value, figure.mark, figure.reported, figure.missing) == (1, "rec", None, None)


def test_nothing_known():
    figure = asked("learners")
    assert (figure.value, figure.mark, figure.on_record, figure.text) == (None, "none", None, "—")
    assert (asked("open-schools", "place:west").value, asked("open-schools", "place:west").mark) == (0, "none")


def test_a_claim_beats_fewer_records_and_says_what_is_missing():
    claim("c", 11, as_of="2023-08-31")
    figure = asked()
    assert (figure.value, figure.mark, figure.on_record, figure.missing) == (11, "cla", 1, 10)
    assert figure.as_of == "31 Aug 2023"
    assert verdicts(figure) == {"c": "agrees"}


def test_records_that_bear_a_claim_out_are_the_answer():
    claim("c", 1, as_of="2023-08-31")
    figure = asked()
    assert (figure.value, figure.mark, figure.missing) == (1, "rec", 0)
    assert verdicts(figure) == {"c": "agrees"}


def test_records_beyond_an_exact_claim_of_their_day_contradict_it():
    claim("c", 2, "members", "alliance:guild", as_of="2025-06-01")
    figure = asked("members", "alliance:guild")
    assert (figure.on_record, figure.value, figure.mark) == (3, 2, "dif")


def test_records_that_came_later_do_not_contradict_an_old_claim():
    claim("c", 1, "members", "alliance:guild", as_of="2020-12-31")
    figure = asked("members", "alliance:guild")
    assert (figure.value, figure.mark, verdicts(figure)) == (3, "rec", {"c": "incomparable"})
    then = asked("members", "alliance:guild", "2020-12-31")
    assert (then.value, then.mark, verdicts(then)) == (1, "rec", {"c": "agrees"})


def test_more_records_bear_out_over():
    claim("c", 2, "members", "alliance:guild", qualifier="over", as_of="2025-06-01")
    figure = asked("members", "alliance:guild")
    assert (figure.value, figure.mark, verdicts(figure)) == (3, "rec", {"c": "agrees"})


def test_the_newest_claim_is_the_headline_and_older_ones_cannot_be_compared():
    claim("old", 4, as_of="2021")
    claim("newer", 11, as_of="2023-08-31")
    figure = asked()
    assert (figure.value, figure.mark) == (11, "cla")
    assert [each.key for each in figure.claims] == ["newer", "old"]
    assert verdicts(figure) == {"newer": "agrees", "old": "incomparable"}
    assert "2021" in figure.claims[1].verdict.note


def test_claims_are_asked_as_of_a_day():
    claim("old", 4, as_of="2021")
    claim("newer", 11, as_of="2023-08-31")
    assert asked(at="2023-08-30").value == 4
    assert asked(at="2021-12-30").claims == ()
    assert asked(at="2023-08-31").value == 11


def test_claims_of_one_time_that_contradict_each_other_differ():
    claim("one", 11, as_of="2023-08-31")
    claim("two", 8, as_of="2023-09-10", source="herald")
    figure = asked()
    assert (figure.value, figure.mark) == (8, "dif")
    assert verdicts(figure) == {"two": "agrees", "one": "differs"}
    assert figure.claims[1].verdict.difference == 3


def test_a_list_contradicts_the_number_printed_beside_it():
    claim("stated", 14, as_of="2023")
    claim("listed", 13, as_of="2023", basis="listed")
    figure = asked()
    assert (figure.value, figure.mark, verdicts(figure)) == (14, "dif", {"stated": "agrees", "listed": "differs"})


def test_a_list_is_the_answer_where_no_number_is_printed():
    claim("listed", 13, basis="listed")
    assert (asked().value, asked().mark) == (13, "cla")


def test_a_plural_without_a_number_is_no_answer_and_cannot_be_compared():
    claim("several", None, basis="uncounted")
    figure = asked()
    assert (figure.value, figure.mark, verdicts(figure)) == (1, "rec", {"several": "incomparable"})
    assert figure.claims[0].verdict.note == "not counted in the source"


def test_undated_claims_are_as_old_as_their_source():
    claim("gazette", 11)
    claim("herald", 12, source="herald")
    figure = asked()
    assert (figure.value, verdicts(figure)) == (12, {"herald": "agrees", "gazette": "incomparable"})
    assert asked(at="2023-12-31").value == 11


def test_undated_claims_of_undated_sources_compare():
    claim("one", 11, source="leaflet")
    claim("two", 12, source="leaflet")
    assert asked().mark == "dif"


def test_hedged_claims_agree_where_both_can_be_true():
    claim("over", 800, "learners", qualifier="over", as_of="2023-08-31")
    claim("exact", 812, "learners", as_of="2023-08-31")
    figure = asked("learners")
    assert (figure.mark, set(verdicts(figure).values())) == ("cla", {"agrees"})


def test_approved_returns_beat_claims():
    claim("c", 11, as_of="2023-08-31")
    give_return("r1", 5)
    give_return("r2", 4, "east-college", again=True)
    give_return("r3", 90, "south-college", state="submitted", again=True)
    figure = asked()
    assert (figure.value, figure.mark, figure.on_record, figure.missing) == (9, "rep", 1, 8)
    assert verdicts(figure) == {"c": "differs"}
    assert [each.organisation for each in figure.returns] == ["Synthetic town-college", "Synthetic east-college"]


def test_an_organisation_s_newest_return_counts():
    give_return("r1", 5)
    give_return("r2", 7, as_of="2024-08-31", again=True)
    assert asked().value == 7
    assert asked(at="2023-12-31").value == 5


def test_a_member_s_own_share_is_its_own_figure_and_part_of_its_alliance_s():
    give_return("r1", 5, subject_type="", subject_key="")
    give_return("r2", 4, "east-college", subject_type="", subject_key="", again=True)
    assert asked(subject="organisation:east-college").value == 4
    assert (asked(subject="alliance:guild").value, asked(subject="alliance:guild").mark) == (9, "rep")
    assert asked(subject="").mark == "rec"


def test_sources_speak_of_the_whole_not_of_its_parts():
    claim("c", 11, as_of="2023-08-31")
    figure = asked(country="south")
    assert (figure.value, figure.mark, figure.claims) == (1, "rec", ())


def test_claims_of_drafts_are_for_staff():
    claim("c", 11, as_of="2023-08-31")
    Source.objects.filter(key="gazette").update(status="draft")  # the actions would refuse it
    assert asked().claims == ()
    assert len(ask(SYSTEM, "schools-abroad", "place:north").claims) == 1
    claim("d", 11, status="draft", source="herald")
    assert asked().claims == ()


def test_what_cannot_be_asked_is_said():
    with pytest.raises(UnknownFigureError, match="no indicator “nothing”"):
        asked("nothing")
    with pytest.raises(UnknownFigureError, match="no subject “place:nowhere”"):
        asked(subject="place:nowhere")
    with pytest.raises(FigureError, match="write its kind and key"):
        asked(subject="north")
    with pytest.raises(FigureError, match="cannot be asked by “colour”; it can by country"):
        asked(colour="red")


def test_a_draft_subject_is_as_if_it_were_not_there():
    keep("place", {"key": "east", "names": {"en": "Eastland"}, "kind": "country", "status": "draft"})
    with pytest.raises(UnknownFigureError):
        asked(subject="place:east")


def test_every_figure_is_asked_of_the_book_and_of_those_that_are_spoken_of():
    claim("c", 11, as_of="2023-08-31")
    figures = every_figure(PUBLIC)
    about = {(figure.asked.indicator.key, figure.asked.question.subject) for figure in figures}
    assert ("schools-abroad", "place:north") in about
    assert ("schools-abroad", "") in about
    assert ("members", "place:north") not in about
    names = {subject.name for subject in indicator_subjects(PUBLIC, asked())}
    assert {"place:north", "alliance:guild", "organisation:town-college"} <= names
