import pytest

from guildbook.figures.models import Indicator
from guildbook.kit.actors import PUBLIC
from guildbook.plans.models import Target
from guildbook.plans.panels import progress
from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


def test_progress_compares_what_is_on_record_with_what_was_promised():
    keep_book(members=2)
    (goal,) = progress(PUBLIC, list(Target.objects.filter(key="target-1").select_related("indicator")))
    assert goal["share"] == pytest.approx(0.2)
    assert goal["said"] == pytest.approx(0.3)
    assert goal["figure"].url == "/figures/overseas-schools?subject=alliance:guild"
    assert goal["note"] == "by 2030"


def test_a_target_whose_indicator_is_gone_still_stands(client):
    keep_book()
    Indicator.objects.filter(key="overseas-schools").update(status="draft")
    (goal,) = progress(PUBLIC, list(Target.objects.filter(key="target-1").select_related("indicator")))
    assert goal["figure"].mark == "none"
    assert client.get("/plans/plan-1").status_code == 200


def test_a_plan_shows_goals_tasks_and_targets(client):
    keep_book()
    keep(
        "plan", "wide", title={"en": "Wide plan"}, place="north",
        goals=[{"text": {"en": "A first goal"}}], tasks=[{"text": {"en": "A first task"}}],
    )  # fmt: skip
    page = client.get("/plans/wide").content.decode()
    assert "A first goal" in page
    assert "A first task" in page
    assert "Ten schools 1" in client.get("/plans/plan-1").content.decode()
