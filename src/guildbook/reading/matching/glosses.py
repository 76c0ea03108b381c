"""Words of other languages as English concepts: a token's gloss, read as English words are."""

from __future__ import annotations

from functools import lru_cache

from guildbook.language.prose import Grammar
from guildbook.language.prose.lexicon import Token
from guildbook.reading.matching.words import Word, words


@lru_cache(maxsize=16384)
def gloss_words(gloss: str) -> tuple[tuple[str, str], ...]:
    """Stem and concept of each English word of a gloss; its noun is the last."""
    return tuple((word.stem, word.concept) for word in words(gloss))


def words_of_tokens(tokens: list[Token], named: list[tuple[int, int, tuple[str, ...]]]) -> list[Word]:
    """Tokens as words with concepts; `named` are places of known names with the English concepts of what they name.

    A name stands for its concepts, unless a longer word of the lexicon holds it; what the lexicon does not know is a
    concept of its own, so that it can narrow a thing but never be one.
    """
    found: list[Word] = []
    kept = [
        name
        for name in named
        if not any(
            t.gloss and t.start <= name[0] and name[1] <= t.end and t.end - t.start > name[1] - name[0] for t in tokens
        )
    ]
    for token in tokens:
        inside = [name for name in kept if name[0] < token.end and token.start < name[1]]
        if not inside:
            found.extend(_word(token))
            continue
        at = token.start
        for start, end, concepts in inside:
            if token.kind == "word" and start > at:
                found.append(
                    Word(
                        token.text[at - token.start : start - token.start],
                        token.text[at - token.start : start - token.start],
                        at,
                        start,
                    )
                )
            if token.start <= start or token is tokens[0]:
                found.extend(
                    Word(concept, concept, max(start, token.start), min(end, token.end)) for concept in concepts
                )
            at = min(token.end, end)
        if token.kind == "word" and at < token.end:
            rest = token.text[at - token.start :]
            found.append(Word(rest, rest, at, token.end))
    return found


def _word(token: Token) -> list[Word]:
    if token.gloss:
        return [Word(stem, concept, token.start, token.end) for stem, concept in gloss_words(token.gloss)]
    if token.kind in ("word", "noun", "modifier"):
        return [Word(token.text, token.text, token.start, token.end)]
    return [Word(token.text, "", token.start, token.end)]


def share_known(grammar: Grammar, text: str) -> float:
    """How much of a phrase the lexicon knows, 0 to 1 by characters."""
    tokens = grammar.lexicon.tokens(text.lower(), 0, len(text))
    letters = sum(token.end - token.start for token in tokens if token.kind != "mark")
    return sum(token.end - token.start for token in tokens if token.gloss) / letters if letters else 0.0
