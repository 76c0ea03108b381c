"""Every language offered is complete: no message missing, empty or fuzzy."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from django.conf import settings

SOURCE = Path(__file__).resolve().parents[2] / "src" / "guildbook"
LOCALE = SOURCE / "locale"


def messages():
    with (LOCALE / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    return {
        message if isinstance(message, str) else message[0]
        for __, __, message, __, __ in extract_from_dir(str(SOURCE), methods, options)
    }


def catalogue(folder):
    with (folder / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file)


def folders():
    codes = [code for code, __ in settings.LANGUAGES if code != "en"]
    return [LOCALE / (code[:3].replace("-", "_") + code[3:].capitalize()) for code in codes]


def test_every_message_is_translated():
    wanted = messages()
    assert len(wanted) > 100
    for folder in folders():
        held = catalogue(folder)
        done = {
            (entry.id if isinstance(entry.id, str) else entry.id[0])
            for entry in held
            if entry.id and not entry.fuzzy and all([entry.string] if isinstance(entry.string, str) else entry.string)
        }
        assert sorted(wanted - done) == [], folder.name


PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


def test_translations_keep_every_placeholder():
    for folder in folders():
        for entry in catalogue(folder):
            sources = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            for text in [entry.string] if isinstance(entry.string, str) else entry.string:
                known = {name for source in sources for name in PLACEHOLDER.findall(source)}
                assert set(PLACEHOLDER.findall(text)) <= known, entry.id
                if isinstance(entry.id, str):
                    assert set(PLACEHOLDER.findall(text)) == known, entry.id
