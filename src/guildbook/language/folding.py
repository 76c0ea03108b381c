"""Folding: one spelling for search, whatever case, width or accents the text was typed in."""

import unicodedata


def fold(text: str) -> str:
    """Fold for search: NFKC, case folded, đ to d, marks dropped after Latin letters only.

    Vowel signs of Thai, Lao, Khmer or Burmese are marks too, and there they are letters: those stay.
    """
    kept: list[str] = []
    latin = False
    for character in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        if unicodedata.combining(character) and latin:
            continue
        latin = character.isascii() or "LATIN" in unicodedata.name(character, "")
        kept.append("d" if character == "đ" else character)
    return unicodedata.normalize("NFC", "".join(kept))
