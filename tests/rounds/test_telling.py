import datetime as dt

from guildbook.notices.models import Notice
from guildbook.reviews.registry import todos_of
from guildbook.rounds.actions import Typed, approve, chase, remind_of_rounds, save_answers, send_back, submit
from guildbook.rounds.models import Step, Submission
from rounds import books
from rounds.books import STUDENTS, TRAINED

DUE = dt.date(2030, 3, 31)


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def hand_in(leads, n):
    typed = {STUDENTS: Typed("value", "5"), **({TRAINED: Typed("none")} if n < 2 else {})}
    save_answers(leads[n], books.submission(n), typed)
    submit(leads[n], books.submission(n))


def test_members_are_reminded_before_and_after_the_day_once_each(leads):
    hand_in(leads, 0)
    assert remind_of_rounds(DUE - dt.timedelta(days=15)) == 0
    for left, count in (
        (14, 2),
        (13, 0),
        (3, 2),
        (2, 0),
        (0, 2),
        (-1, 2),
        (-3, 0),
        (-7, 2),
        (-14, 2),
        (-28, 2),
        (-90, 0),
    ):
        assert remind_of_rounds(DUE - dt.timedelta(days=left)) == count, left
    assert set(told("round-due")) == {"lead1", "lead2"}
    assert remind_of_rounds(DUE) == 0


def test_the_chase_tells_each_once_a_day_and_names_who_has_nobody(opened):
    books.person("lead1", "organisation-1")
    waiting = list(Submission.objects.select_related("round__alliance", "organisation"))
    count, nobody = chase(opened, waiting, DUE)
    assert (count, [each.organisation.key for each in nobody]) == (1, ["organisation-0", "organisation-2"])
    assert chase(opened, waiting, DUE)[0] == 0
    assert chase(opened, waiting, DUE + dt.timedelta(days=1))[0] == 1
    assert told("round-overdue") == ["lead1"]
    assert set(Step.objects.filter(kind="reminded").values_list("submission__organisation__key", flat=True)) == {
        "organisation-1"
    }


def test_people_hear_what_was_decided_and_see_what_waits(leads, opened):
    assert any("0 of 7 answered" in todo.text for todo in todos_of(leads[0]))
    hand_in(leads, 0)
    assert todos_of(leads[0]) == []
    assert any("waits for approval" in todo.text for todo in todos_of(opened))
    send_back(opened, books.submission(0), {STUDENTS: "Sure?"})
    assert told("round-sent-back") == ["lead0"]
    assert any("came back with remarks" in todo.text for todo in todos_of(leads[0]))
    hand_in(leads, 0)
    approve(opened, [books.submission(0)])
    assert told("round-approved") == ["lead0"]
