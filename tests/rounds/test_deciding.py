import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from guildbook.figures.queries import ask
from guildbook.kit.actors import PUBLIC
from guildbook.kit.documents import DocumentError
from guildbook.kit.models import Change
from guildbook.rounds.actions import (
    Typed,
    approve,
    close_round,
    lock_round,
    remark,
    reopen,
    reopen_round,
    save_answers,
    send_back,
    submit,
)
from guildbook.rounds.actions.deciding import WHOLE
from guildbook.rounds.models import Entry, Remark, Return, Step
from guildbook.rounds.queries import visible_returns
from guildbook.rounds.queries.rates import rates_by_country
from rounds import books
from rounds.books import STUDENTS, TRAINED


def answer(actor, n, **typed):
    cells = {"students": STUDENTS, "trained": TRAINED}
    said = {cells[name]: text if isinstance(text, Typed) else Typed("value", str(text)) for name, text in typed.items()}
    save_answers(actor, books.submission(n), said)


def hand_in(actor, n, **typed):
    answer(actor, n, **typed)
    return submit(actor, books.submission(n))


def figure(indicator, subject="alliance:alliance-0", actor=PUBLIC, at=None):
    return ask(actor, indicator, subject, at)


def test_approval_makes_returns_that_feed_figures_at_once(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    hand_in(leads[2], 2, students=Typed("none"))
    assert figure("students").mark == "none"
    made = approve(opened, [books.submission(0), books.submission(2)])
    assert len(made) == 3
    told = figure("students")
    assert (told.value, told.mark, told.reporting.asked) == (100, "rep", {f"organisation-{n}" for n in range(3)})
    assert figure("students", "organisation:organisation-2").value == 0
    own = Return.objects.get(indicator__key="trained")
    assert (own.subject_type, own.subject_key, own.capacity, own.as_of) == ("unit", "unit-0", "founder", "2024")
    assert own.steward.key == "organisation-0"
    assert Change.objects.filter(record_type="return", record_key=own.key).get().who == "secretary"


def test_only_the_secretariat_decides_and_only_on_what_was_handed_in(leads, opened):
    with pytest.raises(DocumentError, match="handed in"):
        approve(opened, [books.submission(0)])
    hand_in(leads[0], 0, students=100, trained=40)
    for act in (
        lambda: approve(leads[0], [books.submission(0)]),
        lambda: send_back(leads[0], books.submission(0), {WHOLE: "x"}),
    ):
        with pytest.raises(PermissionDenied):
            act()
    with pytest.raises(DocumentError):
        approve(opened, [books.submission(0), books.submission(1)])
    assert books.submission(0).state == "submitted"
    assert not Return.objects.exists()


def test_sent_back_with_remarks_and_mended(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    with pytest.raises(DocumentError, match="looked at again"):
        send_back(opened, books.submission(0), {STUDENTS: "  "})
    send_back(opened, books.submission(0), {STUDENTS: "With part-time ones?"}, due=dt.date(2030, 5, 1))
    held = books.submission(0)
    assert (held.state, held.due, held.received_at is not None) == ("sent-back", dt.date(2030, 5, 1), True)
    close_round(opened, books.the_round())
    answer(leads[0], 0, students=130)
    remark(leads[0], books.submission(0), {STUDENTS: "Now with them."})
    submit(leads[0], books.submission(0))
    assert [(one.text, one.by_member) for one in Remark.objects.all()] == [
        ("With part-time ones?", False),
        ("Now with them.", True),
    ]
    with pytest.raises(DocumentError):
        answer(leads[1], 1, students=1)  # the round is closed, and nobody sent these back
    approve(opened, [books.submission(0)])
    assert figure("students").value == 130


def test_reopening_leaves_a_trace_and_new_returns_supersede_old_ones(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    approve(opened, [books.submission(0)])
    first = Return.objects.get(indicator__key="students")
    with pytest.raises(DocumentError, match="say why"):
        reopen(opened, [books.submission(0)], " ")
    reopen(opened, [books.submission(0)], "a typing error")
    assert figure("students").value == 100
    hand_in(leads[0], 0, students=90)
    made = approve(opened, [books.submission(0)])
    assert [one.indicator.key for one in made] == ["students"]  # the other stands as it was
    first.refresh_from_db()
    assert (first.status, first.superseded_by) == ("superseded", made[0].key)
    assert figure("students").value == 90
    steps = [step.kind for step in Step.objects.filter(submission=books.submission(0))]
    assert steps == ["asked", "submitted", "approved", "reopened", "submitted", "approved"]
    assert Entry.objects.filter(question="students").count() == 2


def test_a_locked_round_changes_no_more_until_it_is_opened_with_a_reason(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    with pytest.raises(DocumentError, match="wait"):
        lock_round(opened, books.the_round())
    approve(opened, [books.submission(0)])
    lock_round(opened, books.the_round())
    with pytest.raises(DocumentError, match="locked"):
        reopen(opened, [books.submission(0)], "again")
    with pytest.raises(DocumentError):
        answer(leads[1], 1, students=1)
    with pytest.raises(DocumentError, match="say why"):
        reopen_round(opened, books.the_round(), "")
    reopen_round(opened, books.the_round(), "one was late")
    answer(leads[1], 1, students=1)
    why = Change.objects.filter(record_type="round").first().why
    assert why == "one was late"


def test_a_shared_thing_counts_once_and_partners_that_disagree_are_told(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    hand_in(leads[1], 1, students=50, trained=44)
    approve(opened, [books.submission(0), books.submission(1)])
    told = figure("trained")
    assert told.value == 44  # the host's word comes first
    assert [(one.organisation_key, one.verdict.key) for one in told.beside] == [("organisation-0", "differs")]
    assert figure("trained", "unit:unit-0").value == 44
    assert figure("trained", "organisation:organisation-0").value == 44
    assert figure("students").value == 150


def test_not_known_is_missing_and_not_nought(leads, opened):
    hand_in(leads[0], 0, students=Typed("not-known"), trained=40)
    hand_in(leads[1], 1, students=50, trained=Typed("not-known"))
    approve(opened, [books.submission(0), books.submission(1)])
    told = figure("students")
    assert (told.value, len(told.returns), [one.known for one in told.beside]) == (50, 1, [False])
    assert figure("students", "organisation:organisation-0").mark == "none"
    assert figure("trained").value == 40  # the host does not know, the founder does
    one = Return.objects.get(answer="not-known", indicator__key="students")
    assert one.value is None


def test_who_left_is_not_counted_with_what_it_once_said(leads, opened):
    books.make_round("old", period="2020", deadline="2021")
    books.organisation(9)
    for n, value in ((0, 10), (1, 20), (9, 500)):
        books.put(
            "return", key=f"old-{n}", round="old", organisation=f"organisation-{n}", indicator="students", value=value,
            as_of="2020", state="approved",
        )  # fmt: skip
    hand_in(leads[0], 0, students=11, trained=1)
    approve(opened, [books.submission(0)])
    assert figure("students").value == 31  # 11 now, 20 from before; organisation 9 is asked no longer
    assert figure("students", at=dt.date(2022, 1, 1)).value == 530


def test_rates_by_country_and_who_sees_them(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    hand_in(leads[2], 2, students=1)
    approve(opened, [books.submission(2)])
    whole, countries = rates_by_country(books.the_round())
    assert (whole.expected, whole.received, whole.on_time, whole.approved) == (3, 2, 2, 1)
    assert [(rate.label["en"], rate.expected, rate.received, rate.approved) for rate in countries] == [
        ("North", 2, 1, 0),
        ("South", 1, 1, 1),
    ]
    assert figure("students").reporting.expected is None
    assert figure("students", actor=opened).reporting.expected == 3
    assert figure("students", actor=leads[1]).reporting.received == 2


def test_answers_not_approved_are_seen_by_nobody_else(leads, opened):
    hand_in(leads[0], 0, students=100, trained=40)
    assert not visible_returns(PUBLIC).exists()
    stranger = books.acting(books.person("stranger"))
    assert not visible_returns(stranger).exists()
