"""What follows a counted noun and still belongs to it: "… and universities", "… in Laos that teach …"."""

from __future__ import annotations

from guildbook.language.english import lexicon
from guildbook.language.english.inflection import is_plural
from guildbook.language.english.tokens import Token, is_number, is_verb

_POSTMODIFIERS = 14
_POST_PREPOSITIONS = frozenset("of in from with for at across within among under on between".split())
_INTRANSITIVE = frozenset("participated attended graduated came went arrived gathered".split())
_POST_PARTICIPLE_PREPOSITION = frozenset("in by at from under on to with for through within as".split())
_LONGEST_PREPOSITIONAL = 10
_PLACE_ADVERBS = frozenset("abroad overseas worldwide nationwide".split())
# "in addition", "in total": adverbs, not places of what is counted.
_PREPOSITIONAL_ADVERBS = frozenset("addition total turn order particular fact".split())
_MONTH_LIKE = frozenset(
    "january february march april may june july august september october november december "
    "recent past last this next".split()
)


def coordinated(tokens: list[Token], end: int) -> int:
    """Extend over "and"/"or" and a second bare noun: "37 colleges and universities"."""
    if end + 1 >= len(tokens) or tokens[end].low not in ("and", "or", "/", "&"):
        return end
    for position in range(end + 1, min(end + 5, len(tokens))):
        token = tokens[position]
        if (
            not token.is_word
            or is_number(token)
            or lexicon.is_function_word(token.low)
            or token.low in lexicon.AUXILIARIES
        ):
            return end
        if is_verb(token) and not before_noun(tokens, position):
            return end
        if is_plural(token.low):
            return position + 1
    return end


def post_modified(tokens: list[Token], end: int) -> int:
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
        elif low in _PLACE_ADVERBS:
            position += 1
        else:
            stop = _participial(tokens, position)
            if stop == position:
                break
            position = stop
    return position


def _participial(tokens: list[Token], position: int) -> int:
    """Return the end of "enrolled in Laos", "certified by the ministry", `position` if no such thing begins."""
    low = tokens[position].low
    if not low.endswith(("ed", "ing", "ught", "own", "ade", "een")) or low in _INTRANSITIVE:
        return position
    if position + 1 >= len(tokens):
        return position
    following = tokens[position + 1].low
    if following in _PLACE_ADVERBS:
        return position + 2
    if following not in _POST_PARTICIPLE_PREPOSITION:
        return position
    stop = _prepositional(tokens, position + 1)
    return stop if stop > position + 1 else position


def _prepositional(tokens: list[Token], position: int) -> int:
    """Return the end of a prepositional phrase without a number, `position` if there is none."""
    index = position + 1
    noun = False
    while index < len(tokens) and index - position < _LONGEST_PREPOSITIONAL:
        token = tokens[index]
        if is_number(token) or token.low in _MONTH_LIKE:
            return index if noun else position
        if noun and (token.text in ("-", "&", "/") or (token.low == "and" and _names_more(tokens, index + 1))):
            index += 1
            continue
        if not _belongs(token, noun):
            break
        noun = noun or token.low not in lexicon.DETERMINERS
        index += 1
    while index > position + 1 and tokens[index - 1].low in ("and", "the", "-", "&", "/"):
        index -= 1
    return index if noun and tokens[index - 1].low not in _PREPOSITIONAL_ADVERBS else position


def _belongs(token: Token, noun: bool) -> bool:
    """Return whether a word goes on with a prepositional phrase that has its noun already, or not yet."""
    if not token.is_word:
        return False
    if token.low in lexicon.DETERMINERS:
        return not noun
    return not lexicon.is_function_word(token.low) and not (noun and is_verb(token))


def _names_more(tokens: list[Token], index: int) -> bool:
    """Return whether "and" is followed by another noun rather than by a number or a verb."""
    if index >= len(tokens) or not tokens[index].is_word or is_number(tokens[index]):
        return False
    return not lexicon.is_function_word(tokens[index].low) and not is_verb(tokens[index])


def _relative(tokens: list[Token], position: int) -> int:
    index = position + 1
    while index < len(tokens) and index - position < 12:
        token = tokens[index]
        if token.text in ',;:()".?!—' or is_number(token):
            break
        index += 1
    else:
        return position
    if index < len(tokens) and is_number(tokens[index]):
        return position
    return index


def before_noun(tokens: list[Token], position: int) -> bool:
    """Return whether a participle is followed closely by a plural noun, so that it modifies it."""
    for token in tokens[position + 1 : position + 4]:
        if not token.is_word or lexicon.is_function_word(token.low):
            return False
        if is_plural(token.low):
            return True
    return False
