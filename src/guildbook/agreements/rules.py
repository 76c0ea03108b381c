"""Rules of agreements: seals over texts, what passing time makes of a state, and who may do what to an agreement."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from guildbook.agreements.models import Agreement, AgreementParty, AgreementVersion
from guildbook.agreements.models.agreement import AgreementState, SigningState
from guildbook.kit.actors import Actor
from guildbook.kit.fuzzy import first_day, last_day
from guildbook.kit.record_types import type_of_model
from guildbook.kit.rules import may_keep

# Every party has signed one of these.
BINDING = (
    AgreementState.SIGNED,
    AgreementState.IN_FORCE,
    AgreementState.EXPIRING,
    AgreementState.RENEWED,
    AgreementState.AMENDED,
)
# States that the calendar changes by itself.
TIMED = (AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.AMENDED)
RUNNING = (AgreementState.IN_FORCE, AgreementState.EXPIRING)
# Steps a keeper may take, each with the states it may be taken from.
STEPS = {
    "circulate": (AgreementState.DRAFT, AgreementState.CIRCULATED),
    "take-back": (AgreementState.CIRCULATED,),
    "bring-in-force": (AgreementState.SIGNED,),
    "renew": (AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.ENDED),
    "amend": (AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.AMENDED),
    "end": TIMED,
}
USUAL_NOTICE = timedelta(days=180)


def seal_of(number: int, language: str, title: str, text: str) -> str:
    """SHA-256, in hexadecimal, of number, language, title, an empty line and the text, each on lines of its own."""
    return hashlib.sha256(f"{number}\n{language}\n{title}\n\n{text}".encode()).hexdigest()


def seal(version: AgreementVersion) -> str:
    """The seal a version has to bear: nothing before it was sent to the parties or signed."""
    if not version.text or not (version.signed or version.circulated):
        return ""
    return seal_of(version.number, version.language, version.title, version.text)


def is_broken(version: AgreementVersion) -> bool:
    """Whether a frozen text is no longer the one its seal was put on."""
    return bool(version.content_hash) and version.content_hash != seal(version)


def newest(versions: Iterable[AgreementVersion]) -> list[AgreementVersion]:
    """The texts of the highest number, one for each language."""
    held = list(versions)
    last = max((version.number for version in held), default=0)
    return [version for version in held if version.number == last]


def notice_begins(agreement: Agreement) -> date | None:
    """The day from which an agreement counts as expiring: 180 days before its end, or its own months of notice."""
    end = last_day(agreement.until)
    if end is None:
        return None
    if agreement.notice_months is None:
        return end - USUAL_NOTICE
    years, month = divmod(end.year * 12 + end.month - 1 - agreement.notice_months, 12)
    # The 31st may be no day of that month; the 28th always is one, and earlier is the safer side.
    return date(years, month + 1, min(end.day, 28)) if years > 0 else date.min


def state_on(agreement: Agreement, day: date) -> AgreementState:
    """Where an agreement stands on a day, from the state it is stored with and its term.

    A signed agreement comes into force by itself only when its term has a beginning and an end; else somebody says so.
    """
    state = AgreementState(agreement.state)
    end = last_day(agreement.until)
    if state not in TIMED:
        return state
    if end is not None and day > end:
        return AgreementState.ENDED
    if state == AgreementState.AMENDED:
        return state
    if state == AgreementState.SIGNED:
        begin = first_day(agreement.since)
        if begin is None or end is None or day < begin:
            return state
    begins = notice_begins(agreement)
    return AgreementState.EXPIRING if begins is not None and day >= begins else AgreementState.IN_FORCE


def may_keep_agreement(actor: Actor, agreement: Agreement) -> bool:
    """Whether the actor keeps the agreement: staff, its steward's people, its alliance's secretariat."""
    return may_keep(actor, type_of_model(Agreement), agreement)


def may_take(actor: Actor, step: str, agreement: Agreement) -> bool:
    """Whether the actor may take a step with the agreement as it stands."""
    return agreement.state in STEPS[step] and may_keep_agreement(actor, agreement)


def may_speak_for(actor: Actor, agreement: Agreement, organisation: int) -> bool:
    """Whether the actor may approve, decline or sign for a party: who leads it, or who keeps the agreement."""
    return organisation in actor.leads or may_keep_agreement(actor, agreement)


def open_parties(parties: Iterable[AgreementParty]) -> list[AgreementParty]:
    """The parties that have neither signed nor declined."""
    return [party for party in parties if party.signing in (SigningState.INVITED, SigningState.APPROVED)]


def takes_part(actor: Actor, parties: Iterable[Any]) -> bool:
    """Whether the actor acts for a party."""
    return any(party.organisation_id in actor.keeps for party in parties)
