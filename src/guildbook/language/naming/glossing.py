"""A name put into English word by word, rough as that is: what an embedding of English names can be compared with."""

from __future__ import annotations

import unicodedata

from guildbook.language.naming.lexicon import LATIN, Entry
from guildbook.language.naming.parts import language_of, runs_of, segments_of
from guildbook.language.naming.stemming import tokens
from guildbook.language.transliteration import romanise, simplified_char_for_char


def gloss(text: str) -> str:
    """Return a name with each known word in English and each unknown one romanised; an English name as it is."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    language = language_of(plain)
    if language == "en":
        return plain
    if language in LATIN:
        words = tokens(plain)
        return " ".join(_said(entry, " ".join(words[at:to])) for at, to, entry in segments_of(words, language))
    said: list[str] = []
    for run, spoken in runs_of(plain, language):
        letters = list(simplified_char_for_char(run))
        strange = ""
        for at, to, entry in segments_of(letters, language) if spoken else [(0, len(letters), None)]:
            if entry is None:
                strange += "".join(letters[at:to])
                continue
            said += [_said(None, strange)] * bool(strange) + [_said(entry, "".join(letters[at:to]))]
            strange = ""
        said += [_said(None, strange)] * bool(strange)
    return " ".join(word for word in said if word)


def _said(entry: Entry | None, surface: str) -> str:
    if entry and entry.renderings:
        return entry.renderings[0].text
    if entry and entry.kind == "minor":
        return ""
    return romanise(surface).replace(" ", "").capitalize()
