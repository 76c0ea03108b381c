"""The steps an actor may take with an agreement, each with its form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement, AgreementParty
from guildbook.agreements.models.agreement import AgreementState, SigningMethod, SigningState
from guildbook.agreements.queries import signatories
from guildbook.agreements.rules import STEPS, may_keep_agreement, may_speak_for, newest
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status

MOST_ROLES = 100
Field = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """A step: its name in the address, the words of its button, what it does, its fields; `main` stands out."""

    name: str
    label: str
    text: str
    fields: tuple[Field, ...] = ()
    main: bool = False
    upload: bool = False


def steps_for(actor: Actor, agreement: Agreement) -> list[Step]:
    """What the actor may do now, what is most likely wanted first."""
    parties = list(agreement.parties.select_related("organisation"))
    mine = [one for one in parties if may_speak_for(actor, agreement, one.organisation_id)]
    answers: list[Step] = []
    if agreement.state == AgreementState.CIRCULATED and mine:
        answers.extend(_answers(actor, agreement, mine))
    keeping = list(_of_keepers(agreement, parties)) if may_keep_agreement(actor, agreement) else []
    if any(one.organisation_id in actor.leads for one in mine):
        return [*answers, *keeping]
    # Who only records what parties said elsewhere has steps of their own first.
    return [*keeping, *(replace(step, main=False) for step in answers)]


def _answers(actor: Actor, agreement: Agreement, parties: list[AgreementParty]) -> Iterable[Step]:
    texts = newest(agreement.versions.all())
    number = {"name": "number", "kind": "hidden", "value": texts[0].number if texts else 0}
    unsigned = [party for party in parties if party.signing != SigningState.SIGNED]
    undecided = [party for party in unsigned if party.signing != SigningState.APPROVED]
    undeclined = [party for party in unsigned if party.signing != SigningState.DECLINED]
    if undecided:
        said = _("Says that the party agrees to this text and will sign it.")
        yield Step("approve", _("Approve"), said, (number, _party("approve", undecided)), main=True)
    if unsigned:
        said = _("The last signature seals the text and concludes the agreement.")
        fields = (number, _party("sign", unsigned), *_signature(actor, unsigned))
        yield Step("sign", _("Sign"), said, fields, main=not undecided, upload=True)
    if undeclined:
        said = _("Says that the party will not sign this text; it can still change its mind.")
        yield Step("decline", _("Decline"), said, (number, _party("decline", undeclined), _why("decline")))


def _of_keepers(agreement: Agreement, parties: list[AgreementParty]) -> Iterable[Step]:
    state, today = agreement.state, timezone.localdate().isoformat()
    sent = all(version.circulated for version in newest(agreement.versions.all()))
    if state == AgreementState.DRAFT or (state == AgreementState.CIRCULATED and not sent):
        said = _("The text is frozen, and every party is asked to read, approve and sign it.")
        yield Step("circulate", _("Send to the parties"), said, main=True)
    if state == AgreementState.CIRCULATED:
        if any(party.signing in (SigningState.INVITED, SigningState.APPROVED) for party in parties):
            yield Step("remind", _("Remind who has not signed"), _("Each is told once a day at most."))
        said = _("Back to a draft; what was sent stays frozen, and the parties are asked anew.")
        yield Step("take-back", _("Take back"), said, (_why("take-back"),))
    if state in STEPS["bring-in-force"]:
        fields = (
            _date("bring-in-force", "since", _("since"), agreement.since or today),
            _date("bring-in-force", "until", _("until"), agreement.until, required=False),
        )
        yield Step("bring-in-force", _("Bring into force"), _("Says from when it is in force."), fields, main=True)
    if agreement.status == Status.DRAFT:
        said = _("Everybody may then read it: its texts, parties and dates.")
        yield Step("publish", _("Publish"), said, main=state not in (AgreementState.DRAFT, AgreementState.CIRCULATED))
    if state in STEPS["renew"]:
        yield Step("renew", _("Renew"), _("Drafts the agreement that follows, with the same parties and texts."))
    if state in STEPS["amend"]:
        yield Step("amend", _("Amend"), _("Drafts an agreement that changes this one."))
    if state in STEPS["end"]:
        fields = (_date("end", "until", _("until"), today), _why("end"))
        yield Step("end", _("End early"), _("Ends it with a day, for a reason."), fields)


def _party(step: str, parties: list[AgreementParty]) -> Field:
    options = [(party.organisation.key, str(party.organisation)) for party in parties]
    return {
        "name": "party",
        "id": f"{step}-party",
        "label": _("party"),
        "kind": "select",
        "options": options,
        "required": True,
    }


def _signature(actor: Actor, parties: list[AgreementParty]) -> Iterable[Field]:
    yield _date("sign", "signed", _("signed"), timezone.localdate().isoformat())
    leads = any(party.organisation_id in actor.leads for party in parties)
    methods = [one for one in SigningMethod.choices if leads or one[0] != SigningMethod.BOOK]
    first = SigningMethod.BOOK if leads else SigningMethod.PAPER
    yield {
        "name": "method",
        "id": "sign-method",
        "label": _("way of signing"),
        "kind": "select",
        "options": methods,
        "value": str(first),
        "required": True,
    }
    roles = [role for party in parties for role in signatories(actor, party.organisation_id)[:MOST_ROLES]]
    if roles:
        options = [("", "—"), *((role.key, str(role)) for role in roles)]
        yield {"name": "role", "id": "sign-role", "label": _("signed by"), "kind": "select", "options": options}
    yield {
        "name": "scan",
        "id": "sign-scan",
        "label": _("scan of the signed page"),
        "kind": "file",
        "help": _("Shown to the parties and to who keeps the agreement."),
    }


def _date(step: str, name: str, label: str, value: str, *, required: bool = True) -> Field:
    return {
        "name": name,
        "id": f"{step}-{name}",
        "label": label,
        "kind": "date",
        "value": value,
        "required": required,
    }


def _why(step: str) -> Field:
    return {"name": "why", "id": f"{step}-why", "label": _("Why"), "kind": "text", "required": True}
