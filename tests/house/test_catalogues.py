"""Every language offered is complete: no message missing, empty, fuzzy, stale or with other placeholders."""

import io
import os
import re
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

from house.tree import ROOT, SOURCE

LOCALE = SOURCE / "locale"
OFFERED = [to_locale(code) for code, __ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def key(message):
    return message.context, message.id


def wrong(wanted, held):
    """What is wrong with the catalogue `held`, given all messages that are `wanted`."""
    found = []
    for message in held:
        if not message.id:
            continue
        texts = [message.string] if isinstance(message.string, str) else list(message.string)
        if message.fuzzy:
            found.append(f"fuzzy: {message.id}")
        if not all(texts):
            found.append(f"empty: {message.id}")
        elif odd := other_placeholders(message, texts):
            found.append(f"placeholders {sorted(odd)}: {message.id}")
    keys = {key(message) for message in held if message.id}
    asked = {key(message) for message in wanted if message.id}
    found += [f"missing: {name}" for __, name in asked - keys]
    found += [f"stale: {name}" for __, name in keys - asked]
    return sorted(map(str, found))


PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")


def other_placeholders(message, texts):
    """Placeholders that a translation leaves out or adds; a plural form may leave out its number."""
    if isinstance(message.id, str):
        known = set(PLACEHOLDER.findall(message.id))
        return set().union(*(known ^ set(PLACEHOLDER.findall(text)) for text in texts))
    known = {name for form in message.id for name in PLACEHOLDER.findall(form)}
    return {name for text in texts for name in PLACEHOLDER.findall(text)} - known


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    made = tmp_path_factory.mktemp("messages") / "django.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", LOCALE / "babel.cfg"]
    command += [*(LOCALE / "keywords.txt").read_text().split(), "-o", made, SOURCE]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ)
    with made.open("rb") as file:
        return read_po(file)


def test_templates_and_python_are_both_read(wanted):
    origins = {name.rsplit(".", 1)[1] for message in wanted for name, __ in message.locations}
    assert origins == {"py", "html"}
    assert len(wanted) > 100


@pytest.mark.parametrize("locale", OFFERED)
def test_every_message_is_translated(wanted, locale):
    with (LOCALE / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        assert wrong(wanted, read_po(file, locale=locale)) == []


def test_no_catalogue_of_a_language_that_is_not_offered():
    assert {path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/django.po")} - {"en"} == set(OFFERED)


def po(text):
    return read_po(io.BytesIO(text.encode()), locale="zh_Hans")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('msgid "Unit"\nmsgstr "单位"', None),
        ('msgid "Unit"\nmsgstr ""', "empty"),
        ('#, fuzzy\nmsgid "Unit"\nmsgstr "单位"', "fuzzy"),
        ('msgid "Units"\nmsgstr "单位"', "stale"),
        ('msgctxt "of a number"\nmsgid "Unit"\nmsgstr "单位"', "missing"),
        ('msgid "Unit"\nmsgstr "%(n)s 单位"', "placeholders"),
    ],
)
def test_a_bad_catalogue_would_be_found(text, complaint):
    found = wrong(po('msgid "Unit"\nmsgstr ""'), po(text))
    assert any(entry.startswith(complaint) for entry in found) if complaint else found == []
