"""The read API of the plans area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.faces.api import (
    FuzzyDate,
    Key,
    LanguageMap,
    ListQuery,
    Missing,
    Number,
    Page,
    RecordOut,
    Refused,
    Within,
    list_documents,
    read_one,
    sort_by,
)
from guildbook.kit.documents import Document
from guildbook.plans.records import PLAN, TARGET

router = Router(tags=["plans"])


class GoalOut(Schema):
    """A goal of a plan."""

    text: LanguageMap


class TaskOut(Schema):
    """A task of a plan."""

    text: LanguageMap


class PlanOut(RecordOut):
    """What an organisation or a place set out to do: goals, tasks and targets."""

    title: LanguageMap
    organisation: Key | None = None
    place: Key | None = None
    goals: list[GoalOut] = []
    tasks: list[TaskOut] = []


class PlanQuery(ListQuery):
    """What the list of plans may be asked."""

    sort: str = sort_by(PLAN)
    place: Within = ""
    organisation: Key = ""
    goal: int | None = None
    task: int | None = None


class TargetOut(RecordOut):
    """A value a plan wants an indicator to reach for a subject, by a date."""

    plan: Key
    title: LanguageMap
    indicator: Key
    subject_type: str = ""
    subject_key: str = ""
    value: Number
    by: FuzzyDate = ""


class TargetQuery(ListQuery):
    """What the list of targets may be asked."""

    sort: str = sort_by(TARGET)
    plan: Key = ""
    indicator: Key = ""
    place: Within = ""


@router.get("/plans", response={200: Page[PlanOut], 422: Refused}, exclude_unset=True)
def list_plans(request: HttpRequest, asked: Query[PlanQuery]) -> Document:
    """List plans."""
    return list_documents(PLAN, request, asked)


@router.get("/plans/{key}", response={200: PlanOut, 404: Missing}, exclude_unset=True)
def read_plan(request: HttpRequest, key: str) -> Document:
    """Read one plan."""
    return read_one(PLAN, request, key)


@router.get("/targets", response={200: Page[TargetOut], 422: Refused}, exclude_unset=True)
def list_targets(request: HttpRequest, asked: Query[TargetQuery]) -> Document:
    """List targets."""
    return list_documents(TARGET, request, asked)


@router.get("/targets/{key}", response={200: TargetOut, 404: Missing}, exclude_unset=True)
def read_target(request: HttpRequest, key: str) -> Document:
    """Read one target."""
    return read_one(TARGET, request, key)
