"""The read API of the alliances area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.alliances.models.alliance import OfficeKind, ReviewedKind
from guildbook.alliances.models.membership import MembershipRole, MembershipState
from guildbook.alliances.records import ALLIANCE, MEMBERSHIP
from guildbook.directory.api import OrganisationNameOut
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.faces.api import (
    FuzzyDate,
    Key,
    ListQuery,
    Missing,
    Page,
    RecordOut,
    Refused,
    Within,
    list_documents,
    read_one,
    sort_by,
)
from guildbook.kit.documents import Document

router = Router(tags=["alliances"])


class OfficeOut(Schema):
    """An office of an alliance, held by an organisation or by a person in role, for a term."""

    kind: OfficeKind
    organisation: Key | None = None
    role: Key | None = None
    since: FuzzyDate = ""
    until: FuzzyDate = ""


class RepresentedCountryOut(Schema):
    """A country a source says members come from, whether or not those members are named."""

    country: Key
    since: FuzzyDate = ""
    until: FuzzyDate = ""


class ReviewedOut(Schema):
    """A kind of record that the secretariat looks at first when a member publishes one."""

    kind: ReviewedKind


class AllianceOut(RecordOut):
    """An organisation that has members; members are organisations, other alliances included."""

    place: Key | None = None
    parent: Key | None = None
    names: list[OrganisationNameOut] = []
    offices: list[OfficeOut] = []
    represented: list[RepresentedCountryOut] = []
    reviewed: list[ReviewedOut] = []


class AllianceQuery(ListQuery):
    """What the list of alliances may be asked."""

    sort: str = sort_by(ALLIANCE)
    represented: Key = ""
    member: Key = ""
    country: Key = ""


class MembershipOut(RecordOut):
    """An organisation belonging to an alliance, in a role, for a term."""

    alliance: Key
    organisation: Key
    role: MembershipRole
    state: MembershipState


class MembershipQuery(ListQuery):
    """What the list of memberships may be asked."""

    sort: str = sort_by(MEMBERSHIP)
    alliance: Key = ""
    within: Key = ""
    organisation: Key = ""
    role: MembershipRole | None = None
    state: MembershipState | None = None
    kind: OrganisationKind | None = None
    country: Key = ""
    place: Within = ""


@router.get("/alliances", response={200: Page[AllianceOut], 422: Refused}, exclude_unset=True)
def list_alliances(request: HttpRequest, asked: Query[AllianceQuery]) -> Document:
    """List alliances."""
    return list_documents(ALLIANCE, request, asked)


@router.get("/alliances/{key}", response={200: AllianceOut, 404: Missing}, exclude_unset=True)
def read_alliance(request: HttpRequest, key: str) -> Document:
    """Read one alliance."""
    return read_one(ALLIANCE, request, key)


@router.get("/memberships", response={200: Page[MembershipOut], 422: Refused}, exclude_unset=True)
def list_memberships(request: HttpRequest, asked: Query[MembershipQuery]) -> Document:
    """List memberships."""
    return list_documents(MEMBERSHIP, request, asked)


@router.get("/memberships/{key}", response={200: MembershipOut, 404: Missing}, exclude_unset=True)
def read_membership(request: HttpRequest, key: str) -> Document:
    """Read one membership."""
    return read_one(MEMBERSHIP, request, key)
