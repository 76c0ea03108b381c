"""Numbers whose noun stands before them: "the number of students exceeds 800", "Members: 37"."""

from __future__ import annotations

import re

from guildbook.language.english import lexicon
from guildbook.language.english.currencies import CURRENCIES
from guildbook.language.english.inflection import is_plural
from guildbook.language.english.nouns import NounPhrase, noun_phrase_at
from guildbook.language.english.tokens import Token, is_number, tokens_of

_LINKS = frozenset(
    "to at is are was were be of by reached reaches reach reaching hit hits hitting totals totalled totaled "
    "totalling totaling numbering "
    "numbered number has have had been stood stands standing grown risen increased rose grew climbed jumped "
    "surged soared fell dropped "
    "declined expanded from now already currently then also up down amounted amounts amounting came comes set "
    "between : = ( | - — "
    "worth valued costing cost costs exceeds exceeded exceed exceeding surpassed surpasses surpassing topped "
    "topping passed crossed approached neared "
    "will would should going expected planned about over nearly almost more than some an estimated".split()
)
_STRONG = _LINKS - frozenset(
    "from now already currently then also up down about over nearly almost more than some an estimated - — | by "
    "has have had".split()
)
_COUNT_NOUNS = frozenset("number numbers total totals amount count figure sum quantity tally".split())
_NOT_HEADS = frozenset(
    "percent per cent million billion thousand hundred more less fewer higher lower year respectively today "
    "tomorrow there then".split()
)
_WINDOW = 160
# "soared to a historic high of three million": the level of what was counted.
_LEVELS = frozenset("high low peak record total level maximum minimum figure average".split())
_SHARE_NOUNS = frozenset(
    "share proportion rate percentage ratio enrolment enrollment investment budget value capacity attendance "
    "output volume".split()
)
_BREAKS = frozenset(",;.?!")


def noun_before(
    flat: str, sentence_start: int, start: int, *, verb_qualifier: bool, measured: bool = False
) -> NounPhrase | None:
    """Return the noun phrase that a number without a noun of its own belongs to, None where no frame leads back.

    A count needs a plural; what is `measured` (money, per cent) may be one thing.
    """
    tokens = tokens_of(flat, max(sentence_start, start - _WINDOW), start)
    strong = verb_qualifier
    last = ""
    while tokens and (tokens[-1].low in _LINKS or tokens[-1].low.endswith("ly")):
        last = tokens.pop().low
        strong = strong or last in _STRONG
        if last == "of":
            break
    if not tokens or tokens[-1].low == "there":
        return None
    if not strong:
        return _counted(tokens) if last in ("from", "by", "up") else None
    if last == "of":
        noun = _noun_of(tokens)
        return _counted(tokens) or noun if noun and noun.head.lower() in _LEVELS else noun
    return (
        _counted(tokens)
        or _last_phrase(tokens)
        or sentence_subject(flat, sentence_start, tokens[-1].end, plural_only=not measured)
    )


def sentence_subject(flat: str, sentence_start: int, end: int, *, plural_only: bool = True) -> NounPhrase | None:
    """Return the first noun phrase of a sentence, its opening adverbial left out ("In 2023, enrolment …")."""
    tokens = tokens_of(flat, sentence_start, min(end, sentence_start + 2 * _WINDOW))
    if tokens and tokens[0].low in lexicon.PREPOSITIONS:
        comma = next((i for i, token in enumerate(tokens) if token.text == ","), None)
        if comma is None:
            return None
        tokens = tokens[comma + 1 :]
    while tokens and (tokens[0].low in lexicon.DETERMINERS or not tokens[0].is_word or is_number(tokens[0])):
        tokens = tokens[1:]
    phrase = _counted(tokens[:8]) or noun_phrase_at(tokens, 0, singular_only=True)
    return phrase if phrase and (phrase.plural or not plural_only or phrase.head.lower() in _SHARE_NOUNS) else None


def antecedent(flat: str, sentence_start: int, end: int) -> NounPhrase | None:
    """Return the nearest plural noun before "of them", "of whom" or "including", with its modifiers."""
    tokens = tokens_of(flat, max(sentence_start, end - 2 * _WINDOW), end)
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].is_word and is_plural(tokens[index].low) and tokens[index].low not in lexicon.VERBS:
            first = index
            while (
                first > 0
                and index - first < 5
                and tokens[first - 1].is_word
                and not is_number(tokens[first - 1])
                and not lexicon.is_function_word(tokens[first - 1].low)
            ):
                first -= 1
            return noun_phrase_at(tokens, first)
    return None


def label_before(flat: str, line_start: int, start: int) -> NounPhrase | None:
    """Return the label of a table row or short line that ends in a number: "Partner schools 37"."""
    tokens = tokens_of(flat, line_start, start)
    while tokens and not tokens[-1].is_word:
        tokens.pop()
    if not tokens or len(tokens) > 9:
        return None
    phrase = _counted(tokens) or _last_phrase(tokens)
    return phrase if phrase and phrase.plural else None


def noun_ending(flat: str, sentence_start: int, end: int) -> NounPhrase | None:
    """Return the noun phrase that ends right before a bracket: "tuition (RMB 8,000 per year)"."""
    return _noun_of(tokens_of(flat, max(sentence_start, end - _WINDOW), end))


def _noun_of(tokens: list[Token]) -> NounPhrase | None:
    """Return the noun that "of" and a number follow: "with a planned investment of 52 million"."""
    begin = len(tokens)
    while (
        begin > 0
        and tokens[begin - 1].is_word
        and not lexicon.is_function_word(tokens[begin - 1].low)
        and len(tokens) - begin < 5
    ):
        begin -= 1
    return _last_phrase(tokens[begin:], noun_sure=True) if begin < len(tokens) else None


def _counted(tokens: list[Token]) -> NounPhrase | None:
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].low in _SHARE_NOUNS and tokens[index + 1].low in ("of", "for", "among", "in"):
            return _last_phrase(tokens[index:])
        if tokens[index].low in _COUNT_NOUNS and tokens[index + 1].low == "of":
            first = index + 2
            while first < len(tokens) and tokens[first].low in lexicon.DETERMINERS:
                first += 1
            return noun_phrase_at(tokens, first)
    return None


def _last_phrase(tokens: list[Token], *, noun_sure: bool = False) -> NounPhrase | None:
    """Return the phrase that ends the tokens, its head before the first preposition."""
    begin = len(tokens)
    while begin > 0 and tokens[begin - 1].text not in _BREAKS and len(tokens) - begin < 16:
        low = tokens[begin - 1].low
        if (
            low in lexicon.AUXILIARIES
            or low in lexicon.SPEECH_VERBS
            or low in ("that", "which", "while", "but", "as", "and", "who")
        ):
            break
        if (tokens[begin - 1].text[0].isdigit() and len(tokens[begin - 1].text) != 4) or _is_finite(tokens, begin - 1):
            break
        begin -= 1
    while begin < len(tokens) and (
        tokens[begin].low in lexicon.DETERMINERS
        or not tokens[begin].is_word
        or tokens[begin].low in lexicon.PREPOSITIONS
        or is_number(tokens[begin])
    ):
        begin += 1
    phrase = tokens[begin:]
    head_end = next((i for i, token in enumerate(phrase) if i and token.low in lexicon.PREPOSITIONS), len(phrase))
    words = [token for token in phrase[:head_end] if token.is_word]
    while len(words) > 1 and words[-1].low.endswith(("ed", "ing")) and is_plural(words[-2].low):
        words.pop()
    if not words:
        return None
    head = words[-1]
    if not _can_be_head(head, noun_sure):
        return None
    others = tuple(t.low for t in phrase if t.is_word and t is not head and not lexicon.is_function_word(t.low))
    return NounPhrase(phrase[0].start, phrase[-1].end, phrase[head_end - 1].end, head.text, others, is_plural(head.low))


def _can_be_head(token: Token, noun_sure: bool) -> bool:
    """Return whether a word can be what a number counts; `noun_sure` where its place rules out a verb."""
    if token.low in _NOT_HEADS or token.low in CURRENCIES or lexicon.is_function_word(token.low):
        return False
    if noun_sure or is_plural(token.low):
        return True
    participle = token.text.islower() and token.low.endswith("ed") and token.low not in ("bed", "need", "seed")
    return not participle and token.low not in lexicon.VERBS


def _is_finite(tokens: list[Token], index: int) -> bool:
    """Return whether a word that may be verb or noun is a verb here: nothing before it asks for a noun."""
    token = tokens[index]
    if token.low not in lexicon.VERBS or not token.text.islower() or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1] if index else None
    return (
        before is not None
        and before.low not in lexicon.DETERMINERS
        and before.low not in lexicon.PREPOSITIONS
        and not is_number(before)
    )


_LONE_NUMBER = re.compile(r"[\W_]*$")


def is_alone(flat: str, paragraph_start: int, paragraph_end: int, start: int, end: int) -> bool:
    """Return whether a number is all its line says, as the large figures of a web page are."""
    return bool(_LONE_NUMBER.match(flat, end, paragraph_end)) and not flat[paragraph_start:start].strip(" $€£¥*-")
