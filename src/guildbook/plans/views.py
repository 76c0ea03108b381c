"""The page of a plan: its goals and tasks, and how far its targets are reached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildbook.faces.details import text_cell
from guildbook.faces.views import own_context
from guildbook.figures.panels import figures_shown
from guildbook.figures.queries.heads import band_items, head_figures
from guildbook.plans.records import PLAN

FIRST = ("goals", "tasks", "targets")


def plan_page(request: HttpRequest, key: str) -> HttpResponse:
    """A plan with its goals and tasks; targets come as a panel."""
    context = own_context(PLAN, request, key)
    rows = context["rows"]
    context["band"] = band_items(head_figures(figures_shown(context["panels"]), FIRST, most=4))
    context["goals"] = [text_cell(goal.text) for goal in rows["goals"]]
    context["tasks"] = [text_cell(task.text) for task in rows["tasks"]]
    return render(request, "plans/plan.html", context)
