import pytest
from django.core.exceptions import PermissionDenied

from guildbook.kit.documents import DocumentError
from guildbook.rounds.actions import Typed, open_round, save_answers, submit, take_back
from guildbook.rounds.models import Entry, Return, Step, Submission
from guildbook.rounds.queries import sheet_of
from rounds import books
from rounds.books import BUDGET, HOSTEL, LEVEL, MEN, STUDENTS, TRAINED, WOMEN


def value(text, **more):
    return Typed("value", text, **more)


def entries(n=0, cell=STUDENTS):
    found = Entry.objects.filter(submission=books.submission(n), question=cell.question)
    return [(each.answer, each.value, each.current) for each in found]


def test_opening_asks_every_member_by_name_and_nobody_twice(opened):
    asked = {each.organisation.key: each.asked for each in Submission.objects.all()}
    assert asked == {"organisation-0": 7, "organisation-1": 7, "organisation-2": 6}
    books.member(7)
    from guildbook.rounds.actions import ask_members

    assert [each.organisation.key for each in ask_members(opened, books.the_round())] == ["organisation-7"]
    assert ask_members(opened, books.the_round()) == []
    assert Step.objects.filter(kind="asked").count() == 4


def test_a_round_that_asks_nothing_or_nobody_is_not_opened(db):
    books.shelf()
    secretary = books.acting(books.person("secretary", "alliance-0"))
    held = books.make_round(questions=[], options=[], checks=[], period="", deadline="", members_on="1990")
    for each in books.Organisation.objects.filter(key__startswith="organisation"):
        each.memberships_held.update(since="2000", since_day="2000-01-01")
    with pytest.raises(DocumentError) as refused:
        open_round(secretary, held)
    assert {fault.where for fault in refused.value.faults} == {"questions", "period", "deadline", "audience"}
    assert books.the_round().state == "draft"


@pytest.mark.parametrize(
    ("audience", "asked"),
    [
        ([{"role": "founder"}], {0}),
        ([{"country": "south"}], {2}),
        ([{"role": "founder"}, {"country": "south"}], {0, 2}),
        ([{"role": "founder", "country": "south"}], None),
        ([{"organisation": "organisation-9"}], {9}),
        ([{"kind": "school"}], {0, 1, 2}),
    ],
)
def test_a_round_asks_whom_it_says(db, audience, asked):
    books.shelf()
    books.put("membership", key="m-alliance-0-0", alliance="alliance-0", organisation="organisation-0", role="founder")
    books.organisation(9)
    secretary = books.acting(books.person("secretary", "alliance-0"))
    held = books.make_round(audience=audience)
    if asked is None:
        with pytest.raises(DocumentError):
            open_round(secretary, held)
        return
    made = {int(each.organisation.key[-1]) for each in open_round(secretary, held)}
    assert made == asked


def test_answers_are_kept_one_after_the_other(leads):
    for text in ("100", "120", "120"):
        save_answers(leads[0], books.submission(0), {STUDENTS: value(text)})
    assert entries() == [("value", "100", False), ("value", "120", True)]
    held = books.submission(0)
    assert (held.state, held.answered, held.asked) == ("in-progress", 1, 7)


def test_none_not_known_and_empty_are_three_things(leads):
    typed = {STUDENTS: Typed("none"), MEN: Typed("not-known"), WOMEN: value("")}
    save_answers(leads[0], books.submission(0), typed)
    assert entries() == [("none", "", True)]
    assert entries(cell=MEN) == [("not-known", "", True)]
    assert entries(cell=WOMEN) == []
    assert books.submission(0).answered == 2
    save_answers(leads[0], books.submission(0), {STUDENTS: value("")})
    assert entries() == [("none", "", False), ("emptied", "", True)]
    assert books.submission(0).answered == 1


def test_what_cannot_be_read_is_kept_as_typed_and_stands_in_the_way(leads):
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("about 90"), LEVEL: value("middle")})
    assert entries() == [("unreadable", "about 90", True)]
    assert [finding.weight for finding in saved.sheet.found] == ["error", "error"]
    assert "Low; High" in saved.sheet.found[1].message
    save_answers(leads[0], books.submission(0), {STUDENTS: value("90"), LEVEL: value("High"), HOSTEL: value("Có")})
    assert entries(cell=LEVEL)[-1] == ("value", "high", True)
    assert entries(cell=HOSTEL)[-1] == ("value", "yes", True)
    assert books.submission(0).errors == 0


def test_limits_and_sums_are_checked(leads):
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("200000")})
    assert [(one.weight, one.cell) for one in saved.sheet.found] == [("error", STUDENTS)]
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("10"), MEN: value("4"), WOMEN: value("5")})
    assert [(one.weight, one.explained) for one in saved.sheet.found] == [("warning", False)]
    assert "sum 9" in saved.sheet.found[0].message
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("10", explanation="One did not say.")})
    assert [one.explained for one in saved.sheet.found] == [True]
    saved = save_answers(leads[0], books.submission(0), {WOMEN: Typed("not-known")})
    assert list(saved.sheet.found) == []


def test_what_somebody_else_answered_meanwhile_is_not_overwritten(leads):
    other = books.acting(books.person("editor", "organisation-0", duty="editor"))
    save_answers(other, books.submission(0), {STUDENTS: value("70", seen=0), MEN: value("30", seen=0)})
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("80", seen=0), MEN: value("30", seen=0)})
    assert set(saved.conflicts) == {STUDENTS}
    assert saved.changed == ()
    assert entries() == [("value", "70", True)]
    seen = saved.sheet.asked.given[STUDENTS].entry
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("80", seen=seen)})
    assert saved.changed == (STUDENTS,)


def test_only_its_own_people_answer_and_only_what_is_asked(leads, opened):
    for actor in (leads[1], opened):
        with pytest.raises(PermissionDenied):
            save_answers(actor, books.submission(0), {STUDENTS: value("1")})
    with pytest.raises(DocumentError, match=r"students\.unit\.unit-0"):
        save_answers(
            leads[0], books.submission(0), {STUDENTS._replace(subject_type="unit", subject_key="unit-0"): value("1")}
        )
    with pytest.raises(DocumentError):
        save_answers(leads[2], books.submission(2), {TRAINED: value("1")})
    assert not Entry.objects.exists()


def test_answers_are_handed_in_by_a_lead_when_nothing_is_missing_or_wrong(leads):
    editor = books.acting(books.person("editor", "organisation-0", duty="editor"))
    save_answers(editor, books.submission(0), {STUDENTS: value("x"), BUDGET: value("1,250.50")})
    with pytest.raises(PermissionDenied):
        submit(editor, books.submission(0))
    with pytest.raises(DocumentError) as refused:
        submit(leads[0], books.submission(0))
    assert {fault.where for fault in refused.value.faults} == {"students", "trained.unit.unit-0"}
    save_answers(leads[0], books.submission(0), {STUDENTS: value("12"), TRAINED: Typed("not-known")})
    held = submit(leads[0], books.submission(0), "all counted")
    assert (held.state, held.on_time, held.missing) == ("submitted", True, 0)
    with pytest.raises(DocumentError, match="handed in"):
        save_answers(leads[0], books.submission(0), {STUDENTS: value("13")})
    take_back(leads[0], books.submission(0))
    save_answers(leads[0], books.submission(0), {STUDENTS: value("13")})
    assert books.submission(0).received_at == held.received_at
    assert not Return.objects.exists()


def test_questions_that_have_answers_stay(leads, opened):
    save_answers(leads[0], books.submission(0), {STUDENTS: value("12")})
    held = books.the_round()
    without = [one for one in books.QUESTIONS if one["code"] != "students"]
    with pytest.raises(DocumentError, match="has answers"):
        books.put(
            "round",
            **books.round_document(state="open", status="published", opens=held.opens, questions=without, checks=[]),
        )
    other = [{**one, "about": "unit"} if one["code"] == "students" else one for one in books.QUESTIONS]
    with pytest.raises(DocumentError, match="new code"):
        books.put("round", **books.round_document(state="open", opens=held.opens, questions=other, checks=[]))


def test_before_is_what_was_approved_last(leads, opened):
    held = books.make_round("round-1", period="2023", deadline="2024-03-31")
    books.put(
        "return", key="r", round=held.key, organisation="organisation-0", indicator="students", value=50, as_of="2023",
        state="approved", subject_type="organisation", subject_key="organisation-0",
    )  # fmt: skip
    books.put(
        "return", key="s", round=held.key, organisation="organisation-0", indicator="students", value=70, as_of="2025",
        state="approved",
    )  # fmt: skip
    sheet = sheet_of(books.submission(0))
    assert sheet.asked.before[STUDENTS] == ("50", "2023")
    saved = save_answers(leads[0], books.submission(0), {STUDENTS: value("61")})
    assert "22% more than 50" in saved.sheet.found[0].message
    assert list(save_answers(leads[0], books.submission(0), {STUDENTS: value("60")}).sheet.found) == []
