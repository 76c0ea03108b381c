"""What import-linter cannot see: Django kept out of plain rooms, the web kept out of lower layers, migrations alone."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "guildbook"
LOWER = ("models", "rules", "queries", "actions", "matching", "definitions", "verdicts")


def imports(path):
    names = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return names


def offenders(paths, forbidden):
    return [f"{path}: {name}" for path in paths for name in imports(path) if name.startswith(forbidden)]


def test_language_is_plain_python():
    assert offenders((SOURCE / "language").rglob("*.py"), ("django", "guildbook.kit")) == []


def test_lower_layers_know_nothing_of_the_web():
    inside = [
        path
        for path in SOURCE.rglob("*.py")
        if len(rest := path.relative_to(SOURCE).parts) > 1 and rest[1].removesuffix(".py") in LOWER
    ]
    assert len(inside) > 50
    assert offenders(inside, ("django.http", "django.shortcuts", "ninja")) == []


def test_an_offender_would_be_found(tmp_path):
    bad = tmp_path / "queries.py"
    bad.write_text("from django.http import HttpRequest\n")
    assert offenders([bad], ("django.http",)) == [f"{bad}: django.http"]


MIGRATIONS = sorted(SOURCE.glob("*/migrations/0*.py"))


def test_migrations_import_no_application_code():
    assert MIGRATIONS
    assert offenders(MIGRATIONS, ("guildbook",)) == []


def test_migrations_are_named_and_linear():
    by_area = {}
    for path in MIGRATIONS:
        assert "_auto_" not in path.name
        assert re.match(r"\d{4}_[a-z_]+\.py", path.name)
        by_area.setdefault(path.parent.parent.name, []).append(int(path.name[:4]))
    for area, numbers in by_area.items():
        assert numbers == list(range(1, len(numbers) + 1)), area


@pytest.mark.parametrize("room", ["kit"])
def test_the_kit_stays_small(room):
    lines = sum(
        len(path.read_text().splitlines()) for path in (SOURCE / room).rglob("*.py") if "migrations" not in path.parts
    )
    assert lines < 1500
