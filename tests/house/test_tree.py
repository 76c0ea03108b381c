"""The tree keeps its manners: sizes, names, reasons, and nothing of one machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "guildbook"


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def python_files():
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def long_files(paths, most):
    return [f"{path.name}: {n}" for path in paths if (n := len(path.read_text().splitlines())) > most]


def test_no_file_is_longer_than_a_reader_bears():
    tests = [path for path in (ROOT / "tests").rglob("*.py")]
    assert long_files([*python_files(), *tests], 500) == []


def test_a_long_file_would_be_found(tmp_path):
    (tmp_path / "long.py").write_text("x = 1\n" * 501)
    assert long_files([tmp_path / "long.py"], 500) == ["long.py: 501"]


def test_no_drawers():
    drawers = {"utils", "helpers", "common", "manager", "misc"}
    assert [path for path in SOURCE.rglob("*") if path.stem in drawers] == []
    named = [
        f"{path.name}: {node.name}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("do_", "_do_"))
    ]
    assert named == []


SUPPRESSION = re.compile(r"#\s*(noqa|type: ignore|pragma: no cover)(?P<rest>.*)")
REASON = re.compile(r"(\[[\w, -]+\]|:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?\s*(-|#)\s*\w+")


def unexplained(text):
    return [
        line.strip()
        for line in text.splitlines()
        if (found := SUPPRESSION.search(line)) and not REASON.match(found["rest"])
    ]


def test_every_suppression_gives_its_reason():
    files = [path for path in tracked() if path.suffix == ".py" and path != Path(__file__)]
    assert [(path.name, line) for path in files for line in unexplained(path.read_text())] == []


def test_a_bare_suppression_would_be_found():
    assert unexplained("x = 1  # noqa: S101") == ["x = 1  # noqa: S101"]
    assert unexplained("x = 1  # type: ignore[arg-type]  # our relations name models") == []
    assert unexplained("x = 1  # noqa: S506 - BaseLoader makes no objects") == []


MACHINE = re.compile(r"(?<![A-Za-z0-9_.])/(work|farm|root)/")


def test_nothing_names_a_path_of_one_machine():
    found = []
    for path in tracked():
        if path == Path(__file__) or path.suffix in {".png", ".mo", ".xlsx"}:
            continue
        text = path.read_text(errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in MACHINE.finditer(text)]
    assert found == []


def test_lock_files_name_no_host_and_carry_hashes():
    for name in ("runtime.txt", "develop.txt"):
        text = (ROOT / "requirements" / name).read_text()
        assert "http" not in text
        pinned = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)


def test_every_dependency_says_why():
    reasons = (ROOT / "docs" / "developer" / "dependencies.md").read_text().lower()
    project = (ROOT / "pyproject.toml").read_text()
    runtime = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL).group(1)
    develop = (ROOT / "requirements" / "develop.in").read_text().splitlines()
    wanted = [*re.findall(r'"([^"]+)"', runtime), *(line for line in develop if line and line[0].isalnum())]
    names = [re.split(r"[\[<>=~ ]", entry)[0].lower() for entry in wanted]
    assert len(names) > 20
    assert [name for name in names if f"`{name}`" not in reasons] == []


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "format"])
def test_the_makefile_has_the_promised_targets(target):
    assert re.search(rf"^{target}:.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_vendored_files_are_noted_with_version_and_licence():
    vendor = SOURCE / "static" / "vendor"
    noted = (vendor / "README.md").read_text()
    for folder in vendor.iterdir():
        if folder.is_dir():
            name, __, version = folder.name.rpartition("-")
            assert name in noted, folder.name
            assert version in noted, folder.name
