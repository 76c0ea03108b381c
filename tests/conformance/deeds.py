"""One try for each deed in docs/developer/permissions.md: True where it was done, False where it was refused."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from conformance.permissions import named, username_of
from conformance.samples import keep
from guildbook.directory.actions import keep_apart, merge, undo_merge
from guildbook.directory.models import Organisation
from guildbook.figures.models import Claim
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name
from guildbook.mandates.actions import Terms, change_term, end, give, hand_over, invite
from guildbook.mandates.models import Duty, Mandate
from guildbook.standards.actions.entering import enter_items
from guildbook.standards.actions.proposing import begin_alignment
from guildbook.standards.actions.reviewing import Decision, Reviewer, review
from guildbook.standards.outlines.lines import Line

TRIES = {}


def deed(name):
    """Enter a function under the name of the deed it tries; it does it, or PermissionDenied is raised on its way."""

    def enter(attempt):
        def tried(person):
            try:
                answer = attempt(person)
            except PermissionDenied:
                return False
            return True if answer is None else answer

        TRIES[name] = tried
        return tried

    return enter


def page(person, path, data=None):
    """Whether a page is there for somebody: not refused, hidden, or behind signing in."""
    answer = person.client.get(path) if data is None else person.client.post(path, data)
    return answer.status_code == 200 or (answer.status_code == 302 and "/sign-in" not in answer["Location"])


def organisation(key="organisation-0"):
    return Organisation.objects.get(key=key)


def mandate_of(role):
    return Mandate.objects.get(user__username=username_of(role))


def terms(duty):
    return Terms(duty, timezone.localdate())


@deed("sees who acts for an organisation")
def see_people(person):
    return page(person, "/organisations/organisation-0/people")


@deed("invites an editor to an organisation")
def invite_editor(person):
    invite(person.actor, organisation(), "new@example.org", terms(Duty.EDITOR))


@deed("invites a lead to an organisation that has one")
def invite_lead(person):
    invite(person.actor, organisation(), "new@example.org", terms(Duty.LEAD))


@deed("invites the first lead of a member")
def invite_first_lead(person):
    invite(person.actor, organisation("organisation-1"), "new@example.org", terms(Duty.LEAD))


@deed("invites an editor to the alliance")
def invite_to_alliance(person):
    invite(person.actor, organisation("alliance-0"), "new@example.org", terms(Duty.EDITOR))


@deed("changes the term of an editor")
def change(person):
    given = mandate_for_somebody()
    change_term(person.actor, given, given.since, timezone.localdate() + timedelta(days=30), "")


@deed("ends the mandate of an editor")
def end_editor(person):
    end(person.actor, mandate_for_somebody(), "")


@deed("ends the mandate of the last lead")
def end_last_lead(person):
    if person.role == "lead":
        return allowed(lambda: end(person.actor, mandate_of("lead"), ""), "mandate")
    end(person.actor, mandate_of("lead"), "")
    return None


def allowed(attempt, *refusals):
    """Whether the action lets somebody, also where it then says that this cannot be, unless of these columns."""
    try:
        attempt()
    except DocumentError as error:
        return not {fault.where for fault in error.faults} & set(refusals)
    return True


def mandate_for_somebody():
    """A colleague at organisation-0 beside the roles themselves: one may always lay down one's own mandate."""
    user = get_user_model().objects.create_user("colleague", password=None)
    since = {"since": date(2020, 1, 1), "given_by": "test"}
    return Mandate.objects.create(user=user, organisation=organisation(), duty=Duty.EDITOR, **since)


@deed("hands over to a colleague")
def succeed(person):
    given = mandate_for_somebody()
    hand_over(person.actor, mandate_of("lead"), given.user, timezone.localdate(), "")


@deed("gives a mandate without an invitation")
def give_mandate(person):
    give(person.actor, mandate_for_somebody().user, organisation(), terms(Duty.LEAD))


@deed("reads the page of duplicates")
def read_duplicates(person):
    return page(person, "/duplicates/")


def pair():
    keep("organisation", 5, place="place-0", parent=None)
    return organisation(), organisation("organisation-5")


@deed("merges two organisations")
def merge_two(person):
    kept, gone = pair()
    seen = page(person, "/duplicates/merge?kept=organisation-0&gone=organisation-5")
    merge(person.actor, by_name("organisation"), kept, gone, "the same")
    return seen


@deed("undoes a merge")
def undo_merging(person):
    kept, gone = pair()
    merged = merge(SYSTEM, by_name("organisation"), kept, gone, "the same")
    undo_merge(person.actor, merged)


@deed("says that two organisations are different")
def tell_apart(person):
    pair()
    seen = page(person, "/duplicates/apart", {"kept": "organisation-0", "gone": "organisation-5"})
    keep_apart(person.actor, by_name("organisation"), "organisation-0", "organisation-5")
    return seen


@deed("enters items of a standard")
def enter(person):
    standard = named("standard-0")
    seen = page(person, "/standards/standard-0/items?version=first-0")
    lines = [Line("line 1", "3", "A duty more.")]
    enter_items(person.actor, standard, {"name": "first-0"}, lines, drop_left=False, why="trying")
    return seen


@deed("begins to align a standard")
def align(person):
    keep("standard", 5, owner=None, field=None, contributors=[], steward=None, citations=[])
    seen = page(person, "/standards/standard-0/align")
    begin_alignment(person.actor, (named("standard-0"), "first-0"), (named("standard-5"), "local-5"), "trying")
    return seen


@deed("reviews matches of an alignment")
def review_match(person):
    alignment = named("alignment-0")
    match = alignment.matches.first()
    sent = {"from_item": match.from_item, "to_item": match.to_item, "reject": "1"}
    seen = page(person, "/alignments/alignment-0/review", sent)
    decision = Decision(match.from_item, match.to_item, "confirmed")
    review(person.actor, named("alignment-0"), decision, Reviewer("Somebody"))
    return seen


@deed("sees proposals of an alignment")
def see_proposals(person):
    shown = person.client.get("/alignments/alignment-0").content.decode()
    return "/alignments/alignment-0/compute" in shown


@deed("credits a review to another person")
def credit(person):
    sent = {"name": "Somebody else", "organisation": ""}
    person.client.post("/alignments/alignment-0/as", sent)
    return "Somebody else" in person.client.get("/alignments/alignment-0").content.decode()


@deed("records a figure of a text as a claim of a source")
def record(person):
    text = named("source-0").text
    begun = text.index("800")
    form = {"text": text, "start": begun, "value": "800", "qualifier": "over", "counts": "workers", "subject": ""}
    answer = person.client.post("/check/record", {**form, "source": "source-0", "save": "1", "why": "trying"})
    return Claim.objects.filter(source__key="source-0").count() > 1 and answer.status_code == 200
