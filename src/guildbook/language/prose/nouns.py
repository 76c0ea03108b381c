"""What stands around a number: the noun phrase behind it or before it, in languages with the noun first or last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import Token, words_of

# How far a phrase reaches from its number, in characters, and how many words it has at most.
REACH_SPACED, REACH = 110, 48
_MOST_TOKENS = 14
# Signs that stand inside a phrase: names in quotes or book marks, hyphens, the plus of “中文+职业技能”.
_INNER = frozenset("\"'-+&/*《》“”‘’")
_OPEN, _CLOSE = frozenset("(〔[（"), frozenset(")〕]）")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A counted phrase: its place, its noun, and the words that narrow it."""

    start: int
    end: int
    head: Token
    words: tuple[Token, ...]
    gloss: str = ""


class Nouns:
    """Finds noun phrases in one text."""

    def __init__(self, grammar: Grammar, low: str) -> None:
        """Keep the plain text; sentences are taken apart where a figure stands."""
        self._grammar, self._low = grammar, low
        self._reach = REACH_SPACED if grammar.spaced else REACH
        self._classifiers = frozenset(word.lower() for word in words_of(grammar.classifiers))
        self._dual = frozenset(words_of(grammar.dual))
        self._contained = frozenset(grammar.self_contained.replace("\n", ",").replace(" ", "").split(",")) - {""}

    def ahead(self, start: int, limit: int, stops: Sequence[int]) -> NounPhrase | None:
        """The phrase that begins at an offset; `stops` are the places of the numbers behind."""
        end = min([limit, start + self._reach, *(stop for stop in stops if stop > start)])
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        run = self._run_last(tokens) if self._grammar.head == "last" else self._run_first(tokens)
        return self._phrase(run)

    def before(self, end: int, floor: int) -> NounPhrase | None:
        """The phrase that ends at an offset."""
        begin = max(floor, end - self._reach)
        tokens = self._grammar.lexicon.tokens(self._low, begin, end)
        run: list[Token] = []
        for place in range(len(tokens) - 1, -1, -1):
            if not self._goes_on_before(tokens, place, run):
                break
            run.append(tokens[place])
        run.reverse()
        run = run[-_MOST_TOKENS:]
        while run and run[0].kind in ("link", "join", "skip", "mark"):
            run.pop(0)
        if self._grammar.head == "first":
            # A run of several phrases (“teachers of colleges”): the noun nearest the last boundary heads it.
            run = self._run_first(run)
        return self._phrase(run)

    def _goes_on_before(self, tokens: list[Token], place: int, run: list[Token]) -> bool:
        """Whether a token before those of `run` (nearest first) still belongs to their phrase."""
        token = tokens[place]
        if token.kind == "word" and token.text in self._classifiers:
            # “专业标准42项、课程标准207项”: the classifier of the number before.
            return False
        if place and self._is_verb(tokens[place - 1], token, run[::-1]):
            return False
        if _is_inner(token):
            return True
        if token.kind in ("link", "join"):
            return bool(run) and place > 0 and tokens[place - 1].names
        return token.kind == "verb" and self._grammar.head == "last" and any(each.kind == "link" for each in run)

    def _is_verb(self, before: Token, token: Token, behind: Sequence[Token]) -> bool:
        """Whether a word such as 建设 is the verb between a noun and another narrowed noun (企业建设海外培训基地)."""
        if token.text not in self._dual or before.kind not in ("noun", "word"):
            return False
        named = [each for each in behind if each.names]
        return len(named) > 1 and named[0].kind == "modifier"

    def whole(self, start: int, end: int) -> NounPhrase | None:
        """The phrase that a stretch of text is, such as one that an indicator or a claim writes."""
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        run = self._run_last(tokens) if self._grammar.head == "last" else self._run_first(tokens)
        return self._phrase(run)

    def _run_last(self, tokens: list[Token]) -> list[Token]:
        """A phrase whose noun stands last: clauses and modifiers first, tied by links."""
        run: list[Token] = []
        clause = False
        for place, token in enumerate(tokens[: 2 * _MOST_TOKENS]):
            following = tokens[place + 1 : place + 3]
            if place and self._is_verb(tokens[place - 1], token, following):
                break
            if _is_inner(token):
                run.append(token)
            elif token.kind == "link":
                if not any(each.names for each in following) or (not clause and self._is_contained(run)):
                    break
                run.append(token)
                clause = False
            elif token.kind == "join" and run and following and following[0].names:
                run.append(token)
            elif token.kind in ("verb", "stop") and (clause or (not _heads(run) and self._has_link(tokens, place))):
                # “12所接收国际学生的高职院校”: a clause before any noun ends with its link.
                run.append(token)
                clause = True
            else:
                break
        return _trimmed(run)

    def _is_contained(self, run: Sequence[Token]) -> bool:
        """Whether a phrase is whole before a link: “10个国家的院校” counts countries."""
        heads = _heads(run)
        return bool(heads) and heads[-1].text in self._contained and _direct(run)

    def _has_link(self, tokens: list[Token], place: int) -> bool:
        for at in range(place + 1, min(len(tokens), place + _MOST_TOKENS)):
            if tokens[at].kind == "link":
                return at + 1 < len(tokens) and tokens[at + 1].names
            if tokens[at].kind == "mark" and tokens[at].text not in _INNER and tokens[at].text != "、":
                return False
        return False

    def _run_first(self, tokens: list[Token]) -> list[Token]:
        """A phrase whose noun stands first (or behind an adjective), with the words behind that narrow it."""
        run: list[Token] = []
        headed = False
        for place, token in enumerate(tokens[: 2 * _MOST_TOKENS]):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            if _is_inner(token):
                run.append(token)
                headed = headed or token.kind in ("noun", "word", "holder")
            elif token.kind in ("link", "join") and run and following is not None and following.names:
                run.append(token)
            elif token.kind == "link" and not run:
                continue
            else:
                break
            if len(run) >= _MOST_TOKENS:
                break
        return _trimmed(run) if headed or any(token.names for token in run) else []

    def _phrase(self, run: list[Token]) -> NounPhrase | None:
        heads = _heads(run)
        if not heads:
            return None
        if self._grammar.head == "last":
            head = heads[-1]
        else:
            head = next((token for token in run if token.kind in ("noun", "word")), heads[0])
        return NounPhrase(
            run[0].start, run[-1].end, head, tuple(token for token in run if token.names or token.kind == "verb")
        )


def _heads(run: Sequence[Token]) -> list[Token]:
    """The tokens that can be the noun: holders (“the number of”) only where nothing else is counted."""
    nouns = [token for token in run if token.kind in ("noun", "word")]
    return nouns or [token for token in run if token.kind in ("modifier", "holder")]


def _is_inner(token: Token) -> bool:
    """Whether a token can stand anywhere inside a phrase."""
    return token.names or token.kind == "skip" or (token.kind == "mark" and token.text in _INNER)


def _direct(run: Sequence[Token]) -> bool:
    return all(token.kind in ("noun", "modifier", "join") for token in run)


def _trimmed(run: list[Token]) -> list[Token]:
    while run and not run[-1].names:
        run.pop()
    while run and run[0].kind in ("mark", "skip", "join", "link"):
        run.pop(0)
    return run
