"""Operators find every command of ours and every environment variable, and no other."""

import re

import pytest
from babel.messages.pofile import read_po
from django.core.management import get_commands

from house.tree import ROOT, SOURCE, shown

PAGE = (ROOT / "docs" / "operator" / "running.md").read_text(encoding="utf-8")
VARIABLE = re.compile(r"GUILDBOOK_[A-Z_]+")
# Messages may name a variable that is wrong; only `env` reads one.
READING = re.compile(r"""(environ(\.get)?|getenv|text|flag)\s*[\[(]\s*["']GUILDBOOK_""")
USER_PAGES = sorted(page.name for page in (ROOT / "docs" / "user").glob("*.md"))


def told(page, first):
    """What the first cells of a page's tables name in code quotes, beginning with `first`."""
    return set(re.findall(rf"^\| `({first}[\w]*)` \|", page, re.MULTILINE))


def own_commands():
    return {f"guildbook {name}" for name, app in get_commands().items() if app.startswith("guildbook.")}


def test_every_command_of_ours_is_told():
    assert told(PAGE, "guildbook ") == own_commands()
    assert {"guildbook load", "guildbook check"} <= own_commands()


def test_every_variable_is_told():
    read = set(VARIABLE.findall((SOURCE / "config" / "env.py").read_text(encoding="utf-8")))
    assert told(PAGE, "GUILDBOOK_") == read
    assert "GUILDBOOK_DATA" in read


def test_no_other_module_reads_the_environment():
    readers = {path.name for path in SOURCE.rglob("*.py") if READING.search(path.read_text(encoding="utf-8"))}
    assert readers == {"env.py"}


@pytest.mark.parametrize(
    "line", ['os.environ["GUILDBOOK_DATA"]', "os.environ.get('GUILDBOOK_DATA')", 'getenv("GUILDBOOK_X")']
)
def test_reading_the_environment_would_be_found(line):
    assert READING.search(line)
    assert not READING.search('raise Wrong("GUILDBOOK_DATA must be a folder")')


def test_what_is_not_told_would_be_found():
    assert told("| `guildbook load` | loads |\nRun `guildbook serve`.", "guildbook ") == {"guildbook load"}


def test_the_marks_of_the_user_page_are_those_of_the_screen():
    screen = (SOURCE / "templates" / "parts" / "figures.html").read_text(encoding="utf-8")
    words = re.findall(r'_\("([a-z ]+)"\)', screen)
    page = (ROOT / "docs" / "user" / "figures.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^\| \S \| ([a-z ]+) \|", page, re.MULTILINE))
    assert shown == {"on record", "reported by members", "published only", "sources differ", "nothing known"}
    assert shown <= set(words)


def on_screen():
    """Every message of the interface, in lower case, its placeholders as “…”."""
    with (SOURCE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as file:
        forms = [
            form for message in read_po(file) for form in ([message.id] if isinstance(message.id, str) else message.id)
        ]
    return {re.sub(r"%\(\w+\)s", "…", form).lower() for form in forms}


def emphasised(text):
    """What a page sets in *italics*: the words of buttons, links and verdicts."""
    return {" ".join(found.split()).lower() for found in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", text)}


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *(ROOT / "docs" / "user" / name for name in USER_PAGES)], ids=shown
)
def test_words_in_italics_are_on_the_screen(page):
    assert emphasised(page.read_text(encoding="utf-8")) - on_screen() == set()


def test_words_that_are_not_on_the_screen_would_be_found():
    assert emphasised("Press *Check\nthe figures* or *Fly to the moon*; **bold** is free.") - on_screen() == {
        "fly to the moon"
    }


@pytest.mark.parametrize("name", USER_PAGES)
def test_links_between_pages_lead_somewhere(name):
    page = ROOT / "docs" / "user" / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
