"""Plans: goals, tasks and targets."""

from guildbook.plans.models.plan import Goal, Plan, Task
from guildbook.plans.models.target import Target

__all__ = ["Goal", "Plan", "Target", "Task"]
