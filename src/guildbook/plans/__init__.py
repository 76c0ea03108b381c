"""Plans, goals, tasks, targets."""
