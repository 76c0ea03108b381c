"""The noun phrase that an English number counts."""

from __future__ import annotations

from dataclasses import dataclass

from guildbook.language.english import lexicon
from guildbook.language.english.inflection import is_plural, may_end_plural, singular
from guildbook.language.english.postmodifiers import before_noun, coordinated, post_modified
from guildbook.language.english.tokens import Token, is_number, is_verb

# A phrase longer than this is a list or a broken sentence.
_PREMODIFIERS = 9
_COMPARATIVES = frozenset("more less fewer higher lower larger smaller older younger other others".split())


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A counted noun phrase; `head` is the printed head noun, `core_end` where head and pre-modifiers end."""

    start: int
    end: int
    core_end: int
    head: str
    words: tuple[str, ...]
    plural: bool

    @property
    def lemma(self) -> str:
        """The head noun's dictionary form."""
        return singular(self.head)


def noun_phrase_at(tokens: list[Token], index: int, *, singular_only: bool = False) -> NounPhrase | None:
    """Return the noun phrase beginning at a token, None where none begins; `singular_only` after "one"."""
    if index < len(tokens) and tokens[index].low == "of" and index + 1 < len(tokens):
        return None
    end, head, plural = _core(tokens, index, singular_only)
    if head is None:
        return None
    end = coordinated(tokens, end)
    stop = post_modified(tokens, end)
    words = tuple(
        token.low
        for token in tokens[index:stop]
        if token.is_word and token is not head and not lexicon.is_function_word(token.low)
    )
    return NounPhrase(tokens[index].start, tokens[stop - 1].end, tokens[end - 1].end, head.text, words, plural)


def _core(tokens: list[Token], index: int, singular_only: bool) -> tuple[int, Token | None, bool]:
    """Return the end, head and number of the pre-modified head noun."""
    head: Token | None = None
    position = index
    while position < len(tokens) and position - index < _PREMODIFIERS:
        token = tokens[position]
        if _passes(tokens, position, head, position - index):
            position += 1
            continue
        if not token.is_word or _stops(tokens, position, head, singular_only):
            break
        head = token
        position += 1
        if is_plural(token.low) and not _noun_goes_on(tokens, position, token):
            return position, head, True
        if singular_only and not _noun_goes_on_singular(tokens, position):
            return position, head, False
    return position, head, head is not None and may_end_plural(head.low)


def _passes(tokens: list[Token], position: int, head: Token | None, distance: int) -> bool:
    """Return whether a token stands inside the phrase without being a noun or modifier: quotes, commas, "and"."""
    token = tokens[position]
    if head is None:
        return (token.text in "\"'" and distance < 3) or (token.low == "more" and before_noun(tokens, position))
    if token.text == "," or token.low == "and":
        return _adjective_list(tokens, position) if token.text == "," else _modifier_and(tokens, position)
    if token.text in "\"'":
        return position + 1 < len(tokens) and tokens[position + 1].is_word and is_plural(tokens[position + 1].low)
    return token.text == "-"


def _stops(tokens: list[Token], position: int, head: Token | None, singular_only: bool) -> bool:
    """Return whether a word ends the phrase before it."""
    token = tokens[position]
    if token.low in _COMPARATIVES and head is None and not before_noun(tokens, position):
        return True
    if _ends_phrase(token, head):
        return True
    # Behind a number a plural is the noun ("500 university graduates"), whatever verb is spelt alike.
    noun = not singular_only and is_plural(token.low)
    if is_verb(token) and not noun and (head is not None or not before_noun(tokens, position)):
        return True
    return head is not None and (is_number(token) or _trailing_adverb(tokens, position))


def _ends_phrase(token: Token, head: Token | None) -> bool:
    """Return whether a function word ends the phrase; a capitalised pronoun inside a name ("Zheng He") does not."""
    in_name = token.text[0].isupper() and head is not None and head.text[0].isupper() and token.low in lexicon.PRONOUNS
    return lexicon.is_function_word(token.low) and not in_name


def _trailing_adverb(tokens: list[Token], position: int) -> bool:
    """Return whether "abroad", "overseas" or "online" stands behind the noun rather than before another."""
    if tokens[position].low not in lexicon.ADVERB_OR_ADJECTIVE:
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is None or not following.is_word or lexicon.is_function_word(following.low)


def _noun_goes_on(tokens: list[Token], position: int, head: Token) -> bool:
    """Return whether a plural is itself a modifier of a noun that follows ("skills competitions")."""
    if position >= len(tokens) or not tokens[position].is_word:
        return False
    following = tokens[position]
    if head.text[0].isupper() and following.text[0].isupper() and not lexicon.is_function_word(following.low):
        return True
    if lexicon.is_function_word(following.low) or is_verb(following):
        return False
    return head.low in ("human", "women", "youth", "staff", "faculty", "talent", "media", "data", "software") or (
        is_plural(following.low) and not following.low.endswith("'s") and head.low.endswith(("ics", "ions", "als"))
    )


def _noun_goes_on_singular(tokens: list[Token], position: int) -> bool:
    return (
        position < len(tokens)
        and tokens[position].is_word
        and not lexicon.is_function_word(tokens[position].low)
        and not is_verb(tokens[position])
    )


def _adjective_list(tokens: list[Token], position: int) -> bool:
    """Return whether a comma joins two adjectives of one noun: "12 modern, well-equipped laboratories"."""
    following = tokens[position + 1 : position + 4]
    if not following or not following[0].is_word or following[0].low in lexicon.CONJUNCTIONS:
        return False
    before = tokens[position - 1].low
    if not before.endswith(("al", "ern", "ive", "ed", "able", "ful", "ic", "ent", "ant", "new", "large", "small")):
        return False
    for token in following:
        if not token.is_word or lexicon.is_function_word(token.low):
            return False
        if is_plural(token.low):
            return True
    return False


def _modifier_and(tokens: list[Token], position: int) -> bool:
    """Return whether "and" joins two modifiers of a plural that follows: "20 science and technology parks"."""
    for token in tokens[position + 1 : position + 5]:
        if not token.is_word or is_number(token) or (lexicon.is_function_word(token.low) and token.low != "and"):
            return False
        if is_plural(token.low):
            return True
    return False
