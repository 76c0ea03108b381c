"""The deeds of the secretariat's year: joining, agreements, rounds, reports and reviews, one try for each."""

import itertools

from django.utils import timezone

from conformance.deeds import allowed, deed, named, organisation, page
from conformance.permissions import hidden, username_of
from conformance.samples import keep
from guildbook.accounts.models import User
from guildbook.agreements.actions import circulate, end
from guildbook.agreements.actions.signing import Signature, sign
from guildbook.alliances.actions.deciding import decline
from guildbook.alliances.actions.offices import appoint
from guildbook.alliances.actions.terms import end_membership
from guildbook.alliances.models import Application
from guildbook.alliances.models.alliance import Alliance, OfficeKind
from guildbook.kit.actors import SYSTEM, actor_for
from guildbook.kit.documents import read_document
from guildbook.kit.record_types import by_name
from guildbook.reports.actions.publishing import publish
from guildbook.reviews.actions import propose, send_back
from guildbook.rounds import actions as rounds
from guildbook.rounds.models import Round, Submission, SubmissionState

_numbers = itertools.count(1)


def today():
    return timezone.localdate()


# Joining


@deed("reads how to join an alliance")
def read_join(person):
    return page(person, "/alliances/alliance-0/join")


def application():
    return Application.objects.create(
        alliance=organisation("alliance-0"),
        organisation=organisation("organisation-1"),
        role="member",
        language="en",
        contact_name="A contact",
        contact_address="contact@example.org",
        token_hash=f"{next(_numbers):064}",
    )


@deed("reads applications to an alliance")
def read_applications(person):
    made = application()
    seen = page(person, "/alliances/alliance-0/applications")
    one = page(person, f"/alliances/alliance-0/applications/{made.pk}")
    assert seen is one
    return seen


@deed("decides on an application")
def decide(person):
    decline(person.actor, application(), "not yet")


@deed("ends a membership")
def end_a_membership(person):
    return allowed(lambda: end_membership(person.actor, named("membership-0"), today(), "left"))


@deed("says who holds the secretariat of an alliance")
def appoint_secretariat(person):
    alliance = Alliance.objects.get(key="alliance-0")
    appoint(person.actor, alliance, OfficeKind.SECRETARIAT, organisation("organisation-1"), today(), "elected")


# Agreements


def agreement(state):
    """An agreement of organisation-0 and organisation-1 kept by the first, in one of its states."""
    parties = [{"organisation": f"organisation-{n}", "signing": "invited"} for n in (0, 1)]
    versions = [{"number": 1, "language": "en", "title": "One", "text": "What is agreed.", "standing": "authentic"}]
    kept = {"steward": "organisation-0", "alliance": "alliance-0", "parties": parties, "versions": versions}
    nothing = {"place": None, "parent": None, "renews": None, "amends": None, "citations": [], "signed": ""}
    made = keep("agreement", 6, state="draft", **kept, **nothing)
    return made if state == "draft" else circulate(SYSTEM, made, today())


@deed("circulates an agreement")
def circulate_one(person):
    circulate(person.actor, agreement("draft"), today())


@deed("signs an agreement in the book for its organisation")
def sign_one(person):
    signature = Signature(f"{today():%F}", "in-the-book")
    return allowed(lambda: sign(person.actor, agreement("circulated"), organisation(), 1, signature), "method")


@deed("records how a party signed on paper")
def record_signature(person):
    signature = Signature(f"{today():%F}", "on-paper")
    sign(person.actor, agreement("circulated"), organisation("organisation-1"), 1, signature)


@deed("ends an agreement early")
def end_agreement(person):
    return allowed(lambda: end(person.actor, named("agreement-0"), today(), "no use"))


# Rounds


def submission(state):
    """What organisation-0 was asked in round-0, in one of its states."""
    held = Round.objects.get(key="round-0")
    Round.objects.filter(pk=held.pk).update(state="open")
    made, __ = Submission.objects.get_or_create(round=held, organisation=organisation())
    Submission.objects.filter(pk=made.pk).update(state=state)
    made.refresh_from_db()
    return made


@deed("opens a round")
def open_one(person):
    Round.objects.filter(key="round-0").update(state="draft")
    return allowed(lambda: rounds.open_round(person.actor, Round.objects.get(key="round-0")))


@deed("sees the desk of a round")
def see_desk(person):
    return page(person, "/rounds/round-0/desk")


@deed("answers for an organisation in a round")
def answer(person):
    submission(SubmissionState.IN_PROGRESS)
    seen = page(person, "/rounds/round-0/answer/organisation-0")
    rounds.save_answers(person.actor, submission(SubmissionState.IN_PROGRESS), {})
    return seen


@deed("hands an organisation's answers in")
def hand_in(person):
    return allowed(lambda: rounds.submit(person.actor, submission(SubmissionState.IN_PROGRESS)))


@deed("sends answers back")
def send_answers_back(person):
    return allowed(lambda: rounds.send_back(person.actor, submission(SubmissionState.SUBMITTED), {}))


@deed("approves answers")
def approve_answers(person):
    rounds.approve(person.actor, [submission(SubmissionState.SUBMITTED)])


# Reports and reviews


@deed("publishes a report of an alliance")
def publish_report(person):
    return allowed(lambda: publish(person.actor, named("report-7")))


@deed("decides on what a member proposes")
def decide_on_proposal(person):
    user = User.objects.get(username=username_of("editor"))
    editor = actor_for(user.get_full_name(), user.pk)
    kind = by_name("unit")
    draft = read_document(kind, {**hidden(kind, 8), "status": "published"})
    proposal = propose(editor, kind, draft, organisation("alliance-0").pk, "a new unit")
    send_back(person.actor, proposal, "say more")


@deed("reads which letters could not be sent")
def read_letters(person):
    return page(person, "/notices/letters")
