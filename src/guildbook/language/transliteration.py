"""Other scripts in Latin letters, and Traditional Chinese in Simplified."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from anyascii import anyascii

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1)
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - its dictionary loads only when Chinese is met

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=8192)
def _one_character(character: str) -> str:
    converted = _to_simplified()(character)
    return converted if len(converted) == 1 else character


@lru_cache(maxsize=8192)
def simplified(text: str) -> str:
    """Return the text with Traditional Chinese in Simplified, by words; its length may change. Source: OpenCC t2s."""
    return _to_simplified()(text) if _HAN.search(text) else text


def simplified_char_for_char(text: str) -> str:
    """Return the text with Traditional Chinese in Simplified, one character for one, so that offsets stay true."""
    if not _HAN.search(text):
        return text
    return "".join(_one_character(c) if _HAN.match(c) else c for c in text)


@lru_cache(maxsize=16384)
def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each Chinese character of a run, read by words, without tones (ü as v).

    One string per character; raises nothing: a character without a reading stands for itself. Source: pypinyin.
    """
    found: list[str] = []
    for run in _HAN.findall(simplified_char_for_char(text)):
        found.extend(_run_syllables(run))
    return tuple(found)


@lru_cache(maxsize=16384)
def _run_syllables(run: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary loads only when Chinese is met

    # Characters without a reading come back glued together: one by one they keep the count.
    read = lazy_pinyin(run)
    return tuple(read if len(read) == len(run) else [lazy_pinyin(c)[0] for c in run])


@lru_cache(maxsize=16384)
def romanise(text: str) -> str:
    """Return the text in lower-case ASCII: pinyin for Chinese, a blank after each syllable, anyascii for the rest."""
    plain = unicodedata.normalize("NFKC", text)
    pieces: list[str] = []
    last = 0
    for run in _HAN.finditer(plain):
        pieces += _WORD.findall(anyascii(plain[last : run.start()]))
        pieces += syllables(run.group())
        last = run.end()
    pieces += _WORD.findall(anyascii(plain[last:]).replace("'", ""))
    return " ".join(pieces).lower()
