"""The noun phrase that an English number counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from guildbook.language.english import lexicon

_TOKEN = re.compile(r"[^\W\d_]+(?:['’./&-][^\W_]+)*'?|\d[\d,.]*|\S")
# A phrase longer than this is a list or a broken sentence.
_PREMODIFIERS = 9
_POSTMODIFIERS = 14
_POST_PREPOSITIONS = frozenset("of in from with for at across within among under on by to between".split())
_NUMBERISH = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty hundred thousand "
    "million over more nearly almost about around some several many approximately another at less fewer up close".split()
)
_COMPARATIVES = frozenset("more less fewer higher lower larger smaller older younger other others".split())
_INTRANSITIVE = frozenset("participated attended graduated came went arrived gathered".split())
_POST_PARTICIPLE_PREPOSITION = frozenset("in by at from under on to with for through abroad overseas within as".split())


class Token(NamedTuple):
    """A word, number or sign with its offsets; a plain tuple, since thousands are made."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether the token begins with a letter."""
        return self.text[0].isalpha()


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
        return lexicon.singular(self.head)


def tokens_of(flat: str, start: int, end: int) -> list[Token]:
    """Return the tokens between two offsets, glued compounds taken apart."""
    found: list[Token] = []
    for match in _TOKEN.finditer(flat, start, end):
        text = match.group()
        if text[0].isalpha() and len(text) > 10:
            cut = _glue(text)
            if cut:
                middle = match.start() + cut
                found.append(Token(text[:cut], text[:cut].lower(), match.start(), middle))
                found.append(Token(text[cut:], text[cut:].lower(), middle, match.end()))
                continue
        found.append(Token(text, text.lower(), match.start(), match.end()))
    return found


def _glue(text: str) -> int:
    """Return where a glued word such as "Chineseuniversities" comes apart, 0 if it does not."""
    low = text.lower()
    if not low.endswith(lexicon.GLUED_HEADS):
        return 0
    for head in lexicon.GLUED_HEADS:
        if low.endswith(head) and len(low) - len(head) >= 3 and text[len(text) - len(head) - 1].isalpha():
            return len(text) - len(head)
    return 0


def is_number(token: Token) -> bool:
    """Return whether a token is a number or a word that leads one in."""
    return token.text[0].isdigit() or token.low in _NUMBERISH


def _is_verb(token: Token) -> bool:
    low = token.low
    if low in lexicon.VERBS:
        return True
    if token.text[0].isupper() or low in lexicon.PARTICIPLE_ADJECTIVES:
        return False
    return len(low) > 4 and (low.endswith("ed") or low.endswith("ing")) and "-" not in low


def noun_phrase_at(tokens: list[Token], index: int, *, singular: bool = False) -> NounPhrase | None:
    """Return the noun phrase beginning at a token, None where none begins; `singular` after "one"."""
    if index < len(tokens) and tokens[index].low == "of" and index + 1 < len(tokens):
        return None
    end, head, plural = _core(tokens, index, singular)
    if head is None:
        return None
    end = _coordinated(tokens, end)
    stop = _post_modified(tokens, end)
    words = tuple(
        token.low for token in tokens[index:stop] if token.is_word and token is not head and not lexicon.is_function_word(token.low)
    )
    return NounPhrase(tokens[index].start, tokens[stop - 1].end, tokens[end - 1].end, head.text, words, plural)


def _core(tokens: list[Token], index: int, singular: bool) -> tuple[int, Token | None, bool]:
    """Return the end, head and number of the pre-modified head noun."""
    head: Token | None = None
    position = index
    while position < len(tokens) and position - index < _PREMODIFIERS:
        token = tokens[position]
        low = token.low
        if not token.is_word:
            if token.text in "\"'(" and head is None and position - index < 3 and token.text != "(":
                position += 1
                continue
            if token.text == "," and head is not None and _adjective_list(tokens, position):
                position += 1
                continue
            if token.text in "\"'" and head is not None and position + 1 < len(tokens) and tokens[position + 1].is_word:
                following = tokens[position + 1].low
                if lexicon.is_plural(following):
                    position += 1
                    continue
            if token.text == "-" and head is not None:
                position += 1
                continue
            break
        if low in _COMPARATIVES and head is None and not _before_noun(tokens, position):
            break
        if low == "and" and head is not None and _modifier_and(tokens, position):
            position += 1
            continue
        # Behind a number a plural is the noun ("500 university graduates"), whatever verb is spelt alike.
        noun = not singular and lexicon.is_plural(low)
        if _ends_phrase(token, head) or (_is_verb(token) and not noun and (head is not None or not _before_noun(tokens, position))):
            if low == "more" and head is None:
                position += 1
                continue
            break
        if head is not None and (is_number(token) or _trailing_adverb(tokens, position)):
            break
        head = token
        position += 1
        if lexicon.is_plural(low) and not _noun_goes_on(tokens, position, token):
            return position, head, True
        if singular and not _noun_goes_on_singular(tokens, position):
            return position, head, False
    if head is None:
        return position, None, False
    return position, head, lexicon.is_plural(head.low)


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


def _before_noun(tokens: list[Token], position: int) -> bool:
    """Return whether a participle is followed closely by a plural noun, so that it modifies it."""
    for token in tokens[position + 1 : position + 4]:
        if not token.is_word or lexicon.is_function_word(token.low):
            return False
        if lexicon.is_plural(token.low):
            return True
    return False


def _noun_goes_on(tokens: list[Token], position: int, head: Token) -> bool:
    """Return whether a plural is itself a modifier of a noun that follows ("skills competitions")."""
    if position >= len(tokens) or not tokens[position].is_word:
        return False
    following = tokens[position]
    if head.text[0].isupper() and following.text[0].isupper() and not lexicon.is_function_word(following.low):
        return True
    if lexicon.is_function_word(following.low) or _is_verb(following):
        return False
    return head.low in ("human", "women", "youth", "staff", "faculty", "talent", "media", "data", "software") or (
        lexicon.is_plural(following.low) and not following.low.endswith("'s") and head.low.endswith(("ics", "ions", "als"))
    )


def _noun_goes_on_singular(tokens: list[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].is_word and not lexicon.is_function_word(tokens[position].low) and not _is_verb(tokens[position])


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
        if lexicon.is_plural(token.low):
            return True
    return False


def _modifier_and(tokens: list[Token], position: int) -> bool:
    """Return whether "and" joins two modifiers of a plural that follows: "20 science and technology parks"."""
    for token in tokens[position + 1 : position + 5]:
        if not token.is_word or is_number(token) or (lexicon.is_function_word(token.low) and token.low != "and"):
            return False
        if lexicon.is_plural(token.low):
            return True
    return False


def _coordinated(tokens: list[Token], end: int) -> int:
    """Extend over "and"/"or" and a second bare noun: "37 colleges and universities"."""
    if end + 1 >= len(tokens) or tokens[end].low not in ("and", "or", "/", "&"):
        return end
    for position in range(end + 1, min(end + 5, len(tokens))):
        token = tokens[position]
        if not token.is_word or is_number(token) or lexicon.is_function_word(token.low) or token.low in lexicon.AUXILIARIES:
            return end
        if _is_verb(token) and not _before_noun(tokens, position):
            return end
        if lexicon.is_plural(token.low):
            return position + 1
    return end


def _post_modified(tokens: list[Token], end: int) -> int:
    """Extend over "of …", "in …", "that …" and participles, as long as no other number or clause begins."""
    position = end
    while position < len(tokens) and position - end < _POSTMODIFIERS:
        low = tokens[position].low
        if low in _POST_PREPOSITIONS:
            stop = _prepositional(tokens, position)
            if stop == position:
                break
            position = stop
        elif low in ("that", "which", "who") and position > end - 1:
            stop = _relative(tokens, position)
            if stop == position:
                break
            position = stop
        elif (
            tokens[position].is_word
            and low.endswith(("ed", "ing", "ught", "own", "ade", "een"))
            and low not in _INTRANSITIVE
            and position + 1 < len(tokens)
            and tokens[position + 1].low in _POST_PARTICIPLE_PREPOSITION
            and not is_number(tokens[min(position + 2, len(tokens) - 1)])
        ):
            position += 1
        elif low in ("abroad", "overseas", "worldwide", "nationwide"):
            position += 1
        else:
            break
    return position


def _prepositional(tokens: list[Token], position: int) -> int:
    """Return the end of a prepositional phrase without a number, `position` if there is none."""
    index = position + 1
    noun = False
    while index < len(tokens) and index - position < 10:
        token = tokens[index]
        low = token.low
        if not token.is_word:
            if token.text in ("-", "&", "/") and noun:
                index += 1
                continue
            break
        if is_number(token) or low in ("may", "january", "february") or low in _MONTH_LIKE:
            return position if not noun else index
        if low == "and" and noun:
            following = tokens[index + 1 : index + 3]
            if following and following[0].is_word and not is_number(following[0]) and not lexicon.is_function_word(following[0].low) and not _is_verb(following[0]):
                index += 1
                continue
            break
        if lexicon.is_function_word(low) and low not in lexicon.DETERMINERS:
            break
        if low in lexicon.DETERMINERS and noun:
            break
        if noun and _is_verb(token):
            break
        if low not in lexicon.DETERMINERS:
            noun = True
        index += 1
    while index > position + 1 and tokens[index - 1].low in ("and", "the", "-", "&", "/"):
        index -= 1
    return index if noun and tokens[index - 1].low not in ("addition", "total", "turn", "order", "particular", "fact") else position


_MONTH_LIKE = frozenset("march april june july august september october november december recent past last this next".split())


def _relative(tokens: list[Token], position: int) -> int:
    index = position + 1
    while index < len(tokens) and index - position < 12:
        token = tokens[index]
        if token.text in ",;:()\".?!—" or is_number(token):
            break
        index += 1
    else:
        return position
    if index < len(tokens) and is_number(tokens[index]):
        return position
    return index
