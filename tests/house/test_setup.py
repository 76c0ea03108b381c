"""Locked versions with hashes, a reason for each dependency, and targets and commands that exist."""

import re
import tomllib

import pytest
from django.core.management import get_commands

from house.tree import ROOT, VENDOR, shown

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
HOST = re.compile(
    r"https?:|file:|git\+|://|--(extra-)?index-url|--find-links|--trusted-host|^-[if]\b| @ ", re.MULTILINE
)


def hosts(text):
    return [hit.group() for hit in HOST.finditer(text)]


def unlocked(text):
    """Entries of a lock file that lack an exact version or a hash."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n|^ +#.*\n", "", text, flags=re.MULTILINE).strip())
    return [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


@pytest.mark.parametrize("path", LOCKS, ids=shown)
def test_locks_name_no_host(path):
    assert hosts(path.read_text()) == []


@pytest.mark.parametrize("path", LOCKS, ids=shown)
def test_locks_carry_versions_and_hashes(path):
    assert unlocked(path.read_text()) == []


def test_a_loose_lock_would_be_found():
    assert hosts("--index-url https://packages.example/simple\nbabel==2.18.0") == ["--index-url", "https:"]
    assert hosts("babel @ file:///wheels/babel.whl") == [" @ ", "file:"]
    assert unlocked(
        "# made\nbabel==2 \\\n    --hash=sha256:0\n    # via jinja2\ndjango==5\nedtf>=1 \\\n    --hash=sha256:0"
    ) == [
        "django==5",
        "edtf>=1",
    ]


def name(requirement):
    return re.split(r"[\[<>=~!; ]", requirement, maxsplit=1)[0].lower()


def asked_for():
    """Names of the packages asked for: to run, to build, to develop."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for path in (ROOT / "requirements").glob("*.in"):
        asked += [line for line in path.read_text().splitlines() if line and line[0] not in "#-"]
    return {name(requirement) for requirement in asked}


def explained(text):
    return {found.lower() for found in re.findall(r"^\| `([\w.-]+)` \|", text, re.MULTILINE)}


def test_every_dependency_is_explained_and_no_other():
    assert explained((ROOT / "docs" / "developer" / "dependencies.md").read_text()) == asked_for()


def test_locks_hold_what_is_asked_for():
    locked = {name(line) for path in LOCKS for line in path.read_text().splitlines() if line[:1].isalpha()}
    assert asked_for() <= locked
    assert {"django", "uv", "pytest"} <= asked_for()


TARGETS = set(re.findall(r"^([a-z.]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def said(text, word):
    """The words that follow `word` where code is quoted: `make demo` says demo."""
    quoted = "\n".join(CODE.findall(text))
    return set(re.findall(rf"(?<![\w./-]){word} (?:[A-Z]+=\S+ )*([a-z_]+)", quoted))


def test_the_promised_targets_exist():
    assert {"demo", "test", "check", "bench", "format"} <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_documented_commands_exist(page):
    text = page.read_text()
    assert said(text, "make") - TARGETS == set()
    assert said(text, "guildbook") - {*get_commands(), "help"} == set()


def test_documented_commands_are_found():
    assert said("Type `make SERVE=no demo`, then\n```\n$ guildbook figures\n```\nand make tea", "make") == {"demo"}
    assert said("```\n.venv/bin/guildbook read\nguildbook figures\n```", "guildbook") == {"figures"}


def test_ci_runs_make_test():
    script = (ROOT / ".ci" / "run").read_text()
    assert re.search(r"^(exec )?make .*\btest </dev/null$", script, re.MULTILINE)


FOLDERS = [path for room in VENDOR if room.is_dir() for path in sorted(room.iterdir()) if path.is_dir()]


def unnoted(folder):
    """What a vendored folder lacks: `name-version`, a licence file, and a line with name, version and licence."""
    package, __, version = folder.name.rpartition("-")
    lines = (folder.parent / "README.md").read_text().splitlines()
    row = next((line for line in lines if line.startswith(f"| `{folder.name}/")), "")
    licences = [
        path.name for path in folder.iterdir() if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
    ]
    return [
        *(["name-version"] if not package or not version[:1].isdigit() else []),
        *(["a licence file"] if not licences else []),
        *(["a line in README.md"] if f"| {version} |" not in row else []),
        *(["its licence in README.md"] if row and not re.search(r"MIT|BSD|ISC|MPL|Apache|CC|OFL|domain", row) else []),
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=shown)
def test_vendored_files_are_noted_with_version_and_licence(folder):
    assert unnoted(folder) == []


def test_an_unnoted_vendored_folder_would_be_found(tmp_path):
    (tmp_path / "README.md").write_text("| `chart-1.0/chart.js` | npm | 1.0 | MIT |\n")
    for made in ("chart-1.0", "map-2.1"):
        (tmp_path / made).mkdir()
    (tmp_path / "chart-1.0" / "LICENSE").touch()
    assert unnoted(tmp_path / "chart-1.0") == []
    assert unnoted(tmp_path / "map-2.1") == ["a licence file", "a line in README.md"]
