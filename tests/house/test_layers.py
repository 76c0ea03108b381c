"""What import-linter cannot see: rooms without Django, layers without the web, migrations alone, areas forgotten."""

import ast
import re
import tomllib

import pytest
from django.conf import settings

from house.tree import ROOT, SOURCE, imports, shown

LOWER = ("models", "rules", "queries", "actions", "records", "matching", "definitions", "verdicts")
WEB = ("django.http", "django.shortcuts", "ninja")
BARE = ("kit", "faces", "config", "language", "sheets", "allocation")  # rooms that are not areas


def offenders(paths, forbidden):
    return [
        f"{shown(path)}: {name}"
        for path in paths
        for name in imports(path)
        if any(name == room or name.startswith(f"{room}.") for room in forbidden)
    ]


@pytest.mark.parametrize("room", ["language", "allocation"])
def test_plain_rooms_hold_no_django(room):
    assert offenders((SOURCE / room).rglob("*.py"), ("django", "ninja", "jinja2", "babel", "guildbook.kit")) == []


def test_lower_layers_know_nothing_of_the_web():
    inside = [
        path
        for path in SOURCE.rglob("*.py")
        if len(rest := path.relative_to(SOURCE).parts) > 1 and rest[1].removesuffix(".py") in LOWER
    ]
    assert len(inside) > 50
    assert offenders(inside, WEB) == []


def test_an_offender_would_be_found(tmp_path):
    bad = tmp_path / "queries.py"
    bad.write_text("from django.http import HttpRequest\nfrom django import shortcuts\nimport ninjas\n")
    assert offenders([bad], WEB) == ["queries.py: django.http.HttpRequest", "queries.py: django.shortcuts"]


def contracts():
    kept = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract for contract in kept}


def test_every_area_is_under_the_contract_of_its_inside():
    areas = {path.parent.name for path in SOURCE.glob("*/apps.py")} - set(BARE)
    assert len(areas) >= 14
    assert {f"guildbook.{area}" for area in areas} == set(contracts()["inside"]["containers"])


def test_areas_are_installed_in_the_order_of_their_layers():
    order = [name for name in contracts()["areas"]["layers"] if name.isidentifier() and (SOURCE / name).is_dir()]
    installed = [app.removeprefix("guildbook.") for app in settings.INSTALLED_APPS if app.startswith("guildbook.")]
    assert installed == [name for name in reversed(order) if name in installed]
    assert set(order) - set(installed) <= set(BARE)


MIGRATIONS = sorted(path for path in SOURCE.glob("*/migrations/*.py") if path.name != "__init__.py")


def test_migrations_import_no_application_code():
    assert MIGRATIONS
    assert offenders(MIGRATIONS, ("guildbook",)) == []


def dependencies(text, area):
    """The migrations of its own area that a migration says it follows."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "dependencies":
            pairs = [entry.elts for entry in node.value.elts if isinstance(entry, ast.Tuple)]
            return [name.value for app, name in pairs if app.value == area]
    return []


def misordered(named):
    """What is wrong with one area's migrations, given as `{name: names it follows}`."""
    wrong, before = [], None
    for number, name in enumerate(sorted(named), start=1):
        if not re.fullmatch(rf"{number:04}_(?!auto_)[a-z][a-z0-9_]+", name):
            wrong.append(f"{name}: named {number:04}_ and what it does")
        if named[name] != ([before] if before else []):
            wrong.append(f"{name}: follows {before}")
        before = name
    return wrong


@pytest.mark.parametrize("area", sorted({path.parent.parent.name for path in MIGRATIONS}))
def test_migrations_are_named_and_linear(area):
    own = [path for path in MIGRATIONS if path.parent.parent.name == area]
    assert misordered({path.stem: dependencies(path.read_text(), area) for path in own}) == []


def test_an_unnamed_or_forked_migration_would_be_found():
    assert dependencies('class M:\n    dependencies = [("units", "0001_initial"), ("kit", "0003_x")]', "units") == [
        "0001_initial"
    ]
    assert misordered({"0001_initial": [], "0002_states": ["0001_initial"]}) == []
    assert misordered({"0001_initial": [], "0002_auto_20261122": ["0001_initial"]})
    assert misordered({"0001_initial": [], "0002_a": ["0001_initial"], "0002_b": ["0001_initial"]})


def code_lines(text):
    """Lines that hold code: explaining it and giving it air costs nothing."""
    tree = ast.parse(text)
    texts = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    said = {line for node in texts for line in range(node.lineno, node.end_lineno + 1)}
    written = enumerate(text.splitlines(), start=1)
    return sum(1 for number, line in written if number not in said and line.strip() and line.strip()[0] != "#")


@pytest.mark.parametrize("room", ["kit", "faces"])
def test_the_kit_and_its_faces_stay_small(room):
    files = [path for path in (SOURCE / room).rglob("*.py") if "migrations" not in path.parts]
    assert sum(code_lines(path.read_text()) for path in files) < 1500


def test_only_code_is_counted():
    assert code_lines('"""Said\n\nat length."""\n\n# why\nx = 1\n\n\ndef f():\n    """Say."""\n    return x\n') == 3
