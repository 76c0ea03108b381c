"""Every language offered is complete: no message missing, empty, fuzzy, stale or with other placeholders."""

import io
import os
import re
import subprocess
import sys

import pytest
import yaml
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import get_language_info, ngettext, override, to_locale

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


PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|(?<!%)%[sd]|\{\w*\}")


def other_placeholders(message, texts):
    """Placeholders that a translation leaves out or adds; a plural form may leave out its number."""
    if isinstance(message.id, str):
        known = set(PLACEHOLDER.findall(message.id))
        return set().union(*(known ^ set(PLACEHOLDER.findall(text)) for text in texts))
    known = {name for form in message.id for name in PLACEHOLDER.findall(form)}
    return {name for text in texts for name in PLACEHOLDER.findall(text)} - known


def held(locale):
    with (LOCALE / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=locale)


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
    assert wrong(wanted, held(locale)) == []


def test_no_catalogue_of_a_language_that_is_not_offered():
    assert {path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/django.po")} - {"en"} == set(OFFERED)


# The letters a language is written in; where they are the Latin ones a text must only differ from the English.
LETTERS = {"zh_Hans": "[\u4e00-\u9fff]", "th": "[\u0e01-\u0e4e]", "lo": "[\u0e81-\u0ede]"}
NAMES = {"Guildbook", "JSON", "API"}
ONE_WORD = re.compile(r"\W*\w+\W*")  # such as memorandum: may be the same in a language of Latin letters


def left_in_english(catalogue, locale):
    """Messages whose translation has none of the language's letters, or is the English over again."""
    found = []
    for message in catalogue:
        text = message.string if isinstance(message.string, str) else message.string[0]
        first = message.id if isinstance(message.id, str) else message.id[0]
        words = PLACEHOLDER.sub("", text)
        if not message.id or first in NAMES or not re.search(r"[^\W\d_]", words):
            continue
        foreign = locale in LETTERS and not re.search(LETTERS[locale], words)
        if foreign or (text == first and not ONE_WORD.fullmatch(words)):
            found.append(first)
    return found


@pytest.mark.parametrize("locale", OFFERED)
def test_nothing_is_left_in_english(locale):
    assert left_in_english(held(locale), locale) == []


@pytest.mark.parametrize("locale", OFFERED)
def test_a_language_without_plural_has_one_form(locale):
    """None of the languages offered beside English bends a noun for its number (CLDR: only “other”)."""
    assert (held(locale).num_plurals, held(locale).plural_expr) == (1, "0")
    with override(locale.replace("_", "-").lower()):
        assert ngettext("%(n)s record", "%(n)s records", 1) == ngettext("%(n)s record", "%(n)s records", 5)
        assert ngettext("%(n)s record", "%(n)s records", 5) != "%(n)s records"


@pytest.mark.parametrize("code", [code for code, __ in settings.LANGUAGES])
def test_a_language_is_named_in_itself(code):
    info = get_language_info(code)
    assert info["name_local"] != info["name"] or code == "en"
    assert not info["bidi"]


def test_the_standard_indicators_speak_every_language():
    held_in = {tag if "-" not in tag else "zh-Hans" for tag, __ in settings.LANGUAGES}
    text = (SOURCE / "figures" / "indicators.yaml").read_text(encoding="utf-8")
    indicators = yaml.safe_load(text)["documents"]
    lacking = {
        each["key"]: sorted(held_in - set(each[column]))
        for each in indicators
        for column in ("title", "text")
        if held_in - set(each[column])
    }
    assert len(indicators) > 50
    assert lacking == {}


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


@pytest.mark.parametrize(
    ("locale", "text", "left"),
    [
        ("id", 'msgid "the whole book"\nmsgstr "seluruh buku"', False),
        ("id", 'msgid "the whole book"\nmsgstr "the whole book"', True),
        ("id", 'msgid "forum"\nmsgstr "forum"', False),
        ("lo", 'msgid "forum"\nmsgstr "forum"', True),
        ("lo", 'msgid "forum"\nmsgstr "เวที"', True),
        ("lo", 'msgid "forum"\nmsgstr "ເວທີ"', False),
        ("lo", 'msgid "%(a)s: %(b)s"\nmsgstr "%(a)s: %(b)s"', False),
    ],
)
def test_a_message_left_in_english_would_be_found(locale, text, left):
    assert bool(left_in_english(po(text), locale)) is left
