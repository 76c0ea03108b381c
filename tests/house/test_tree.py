"""The tree keeps its manners: sizes, names, reasons, and nothing of one machine."""

import ast
import re

import pytest

from house.tree import ROOT, SOURCE, shown, tracked

WRITTEN = {".py", ".html", ".css", ".js"}


def code():
    return [path for path in tracked() if path.suffix in WRITTEN]


def long_files(paths, most=500):
    return [f"{shown(path)}: {n}" for path in paths if (n := len(path.read_text().splitlines())) >= most]


def test_no_file_is_longer_than_a_reader_bears():
    assert long_files(path for path in code() if "migrations" not in path.parts) == []


def test_a_long_file_would_be_found(tmp_path):
    (tmp_path / "long.py").write_text("x = 1\n" * 500)
    (tmp_path / "short.py").write_text("x = 1\n" * 499)
    assert long_files(sorted(tmp_path.iterdir())) == ["long.py: 500"]


DRAWER = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc)(_|$)")


def drawers(paths):
    return [shown(path) for path in paths if any(DRAWER.search(part.split(".")[0]) for part in path.parts[-4:])]


def test_no_file_is_a_drawer():
    assert drawers(code()) == []


@pytest.mark.parametrize("name", ["kit/utils.py", "common/models.py", "date_helpers.py"])
def test_a_drawer_would_be_found(tmp_path, name):
    assert drawers([tmp_path / name])
    assert not drawers([tmp_path / "management" / "commands" / "load.py"])


def vague(text):
    return [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and re.match(r"_*do_", node.name)
    ]


def test_functions_are_named_for_what_they_do():
    assert [(shown(path), name) for path in SOURCE.rglob("*.py") for name in vague(path.read_text())] == []


def test_a_vague_name_would_be_found():
    assert vague("def do_save(): ...\ndef save(): ...\ndef _do_it(): ...") == ["do_save", "_do_it"]


SUPPRESSION = re.compile(
    r"#\s*(?:(?:ruff:\s*|flake8:\s*)?noqa|type:\s*ignore|mypy:\s*\S+|pragma:\s*no cover)(?P<rest>.*)"
)
REASON = re.compile(r"(\[[\w, -]+\]|:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?\s*(-|#)+\s*\w+ \w+")
SKIP = re.compile(r"pytest\.mark\.(skip|skipif|xfail)\b(?!.*reason=)")


def unexplained(text):
    return [
        line.strip()
        for line in text.splitlines()
        if ((found := SUPPRESSION.search(line)) and not REASON.match(found["rest"])) or SKIP.search(line)
    ]


def test_every_suppression_gives_its_reason():
    files = [path for path in code() if path.suffix == ".py" and path.name != "test_tree.py"]
    assert [(shown(path), line) for path in files for line in unexplained(path.read_text())] == []


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # noqa",
        "x = 1  # noqa: S101",
        "x = 1  # type: ignore[arg-type]",
        "x = 1  # type: ignore[arg-type]  # why",
        "# ruff: noqa: E501",
        "@pytest.mark.skip",
    ],
)
def test_a_bare_suppression_would_be_found(line):
    assert unexplained(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # type: ignore[arg-type]  # our relations name models",
        "x = 1  # noqa: S506 - BaseLoader makes no objects",
        "x = 1  # noqa: S506, S101 -- BaseLoader makes no objects",
        '@pytest.mark.skipif(OLD, reason="needs more")',
    ],
)
def test_an_explained_suppression_passes(line):
    assert unexplained(line) == []


MACHINE = re.compile(r"(?<![A-Za-z0-9_.~$}>-])/(work|farm|root|tmp)/")
PICTURES = {".png", ".jpg", ".webp", ".ico", ".woff2", ".xlsx"}


def machine_paths(text):
    return [hit.group() for hit in MACHINE.finditer(text)]


def test_nothing_names_a_path_of_one_machine():
    written = [path for path in tracked() if path.suffix not in PICTURES]
    found = [(shown(path), hit) for path in written for hit in machine_paths(path.read_text(errors="ignore"))]
    assert found == []


def test_a_machine_path_would_be_found():
    home = "/".join(["", "root", "book"])
    assert machine_paths(f"open('{home}')") == ["/".join(["", "root", ""])]
    assert machine_paths(f"https://school.example{home}") == []


def test_the_tree_is_looked_at_as_a_whole():
    names = {shown(path) for path in tracked()}
    assert {"pyproject.toml", "Makefile", "src/guildbook/__main__.py", "tests/house/test_tree.py"} <= names
    assert not any("/vendor/" in name for name in names)
    assert ROOT / "Makefile" in tracked()
