"""What a number counts where the noun stands before it and a classifier behind: “students 690 persons”."""

from __future__ import annotations

from collections.abc import Sequence

from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import Token, read_table, words_of
from guildbook.language.prose.nouns import NounPhrase

_REACH, _MOST_TOKENS, _MOST_BEHIND = 72, 16, 8
_WINDOW = 32
_LONGEST_NAME = 24
_INNER = frozenset("\"'-+&/")


class Behind:
    """Finds the noun of a number in one text: before the number, in its classifier, or behind both."""

    def __init__(self, grammar: Grammar, low: str) -> None:
        """Keep the plain text."""
        self._grammar, self._low = grammar, low
        self._first = grammar.head == "first"
        self._rate = grammar.any_of("\n".join(word for word, __ in read_table(grammar.rates)))
        self._classifiers = frozenset(words_of(grammar.classifiers))
        words = grammar.numbers
        self._number_words = (*words.units, *words.small, *words.large)
        self._relatives = frozenset(words_of(grammar.relatives))
        self._affinities = {word: frozenset(glosses.split()) for word, glosses in read_table(grammar.affinities)}

    def counted(
        self,
        at: int,
        limit: int,
        stops: Sequence[int],
        begin: int,
        floor: int,
        classifier: tuple[int, int] | None,
        sure: bool,
    ) -> NounPhrase | None:
        """The phrase counted by a number whose words begin at `begin` and end at `at`, both with its qualifier.

        A number that is `sure` to be one, by a qualifier or its size, may count an unknown word without a classifier.
        """
        word = self._low[classifier[0] : classifier[1]] if classifier else ""
        own = self._grammar.classifier_glosses.get(word, "")
        run = self._run(floor, begin)
        chosen = self._chosen(run, word, own) if run else None
        if chosen is None and classifier is not None:
            head = Token(word, classifier[0], classifier[1], "noun", own)
            return self._with_clause(NounPhrase(head.start, head.end, head, (head,), own), at, limit, stops)
        if chosen is None or (classifier is None and chosen.head.kind != "noun" and not sure):
            return None
        return self._with_clause(chosen, at, limit, stops) if classifier else chosen

    def _run(self, floor: int, end: int) -> list[Token]:
        """The tokens of the phrase that ends where the number's words begin, in reading order."""
        reach = self._grammar.reach.search(self._low, max(floor, end - _WINDOW), end)
        stop = reach.start() if reach else end
        tokens = self._grammar.lexicon.tokens(self._low, max(floor, stop - _REACH), stop)
        run: list[Token] = []
        for place in range(len(tokens) - 1, -1, -1):
            if not self._belongs(tokens[place], tokens[:place], run):
                break
            run.append(tokens[place])
        run = run[:_MOST_TOKENS]
        run.reverse()
        while run and not run[0].names and not (run[0].kind == "verb" and not self._first):
            run.pop(0)
        while run and not run[-1].names:
            run.pop()
        return run

    def _belongs(self, token: Token, earlier: Sequence[Token], run: Sequence[Token]) -> bool:
        """Whether a token is part of the phrase of which `run` holds what stands behind it, nearest first."""
        if token.text in self._classifiers and self._is_counted(earlier):
            return False
        if token.kind == "word" and self._is_no_part(token, run):
            return False
        if token.names or token.kind == "skip" or (token.kind == "mark" and token.text in _INNER):
            return True
        if token.kind in ("link", "join") and run and earlier and earlier[-1].names:
            return True
        return self._in_clause(token, earlier, run) or self._ties(token, earlier, run)

    def _ties(self, token: Token, earlier: Sequence[Token], run: Sequence[Token]) -> bool:
        """Whether a word ties adjectives to the noun before it: “farmers generation new”, “nurses graduated new”."""
        if not (self._first and run and earlier and earlier[-1].kind == "noun"):
            return False
        adjectives = not any(each.kind in ("noun", "word") for each in run)
        return adjectives and (token.kind == "verb" or token.text in self._classifiers)

    def _is_counted(self, earlier: Sequence[Token]) -> bool:
        """Whether a number stands directly before: then a word is the classifier of that one."""
        return bool(earlier) and (earlier[-1].kind == "number" or earlier[-1].text.endswith(self._number_words))

    def _is_no_part(self, token: Token, run: Sequence[Token]) -> bool:
        """Whether an unknown stretch is a verb or half a sentence: too long, or left of a leading noun."""
        return len(token.text) > _LONGEST_NAME or (self._first and any(each.kind == "noun" for each in run))

    def _in_clause(self, token: Token, earlier: Sequence[Token], run: Sequence[Token]) -> bool:
        """Whether a verb is part of a clause narrowing the noun: behind “who”, or before “of” where nouns are last."""
        if token.kind not in ("verb", "stop") or token.text in self._grammar.classifier_glosses:
            return False
        if not self._first:
            linked = any(each.kind == "link" for each in run)
            return linked and (token.kind == "verb" or run[-1].kind == "verb")
        if token.text in self._relatives and run:
            return bool(earlier) and earlier[-1].kind == "noun"
        for place in range(len(earlier) - 1, max(-1, len(earlier) - 3), -1):
            # “who are studying” may be one word of the lexicon.
            if earlier[place].text.startswith(tuple(self._relatives)) and (
                earlier[place].text in self._relatives or earlier[place].kind == "modifier"
            ):
                return place > 0 and earlier[place - 1].names
            if not earlier[place].names and earlier[place].kind != "verb":
                return False
        return False

    def _chosen(self, run: list[Token], word: str, own: str) -> NounPhrase | None:
        """The noun of the run that the classifier can count."""
        nouns = [token for token in run if token.kind in ("noun", "word")]
        if not nouns:
            # An adjective or a place without a noun is no thing counted; “the number of” says no more than the number.
            return None
        heads = self._heads(run)
        persons = self._grammar.person_words
        people = [token for token in heads if persons & set(token.gloss.split())]
        if word in self._grammar.person_classifiers:
            head = people[0] if people else None
        elif own:
            last = own.rsplit(maxsplit=1)[-1]
            head = next((token for token in heads if token.gloss.split()[-1:] == [last]), None)
        elif preferred := self._preferred(run, heads, word):
            head = preferred
        else:
            things = [token for token in heads if token not in people]
            head = (things or heads)[0] if self._first else (things or heads)[-1]
        if head is None:
            return None
        words = tuple(token for token in run if token.names or token.kind == "verb")
        return NounPhrase(run[0].start, run[-1].end, head, words, head.gloss)

    def _preferred(self, run: list[Token], heads: list[Token], word: str) -> Token | None:
        """The noun that a classifier goes with: one that begins with the same word, or of a kind it is used for."""
        if len(word) >= 3 and (same := [token for token in heads if token.text.startswith(word)]):
            return same[0]
        kinds = self._affinities.get(word, frozenset())
        return next((token for token in run if token.kind == "noun" and kinds & set(token.gloss.split()[-1:])), None)

    def _heads(self, run: list[Token]) -> list[Token]:
        """The nouns that can be counted: one for every stretch between links."""
        heads: list[Token] = []
        stretch: list[Token] = []
        for token in [*run, Token("", 0, 0, "link")]:
            if token.kind in ("link", "join", "verb", "stop"):
                nouns = [each for each in stretch if each.kind == "noun"] or [e for e in stretch if e.kind == "word"]
                if nouns:
                    heads.append(nouns[0] if self._first else nouns[-1])
                stretch = []
            else:
                stretch.append(token)
        return heads

    def _with_clause(self, phrase: NounPhrase, at: int, limit: int, stops: Sequence[int]) -> NounPhrase:
        """The phrase with the words behind the classifier that narrow it (“… 12 places that accept students”)."""
        if not self._first:
            return phrase
        rate = self._rate.search(self._low, at, limit)
        end = min([limit, at + _REACH, rate.start() if rate else limit, *(stop for stop in stops if stop > at)])
        tokens = self._grammar.lexicon.tokens(self._low, at, end)
        if not tokens or not (tokens[0].text in self._relatives or tokens[0].kind == "link" or tokens[0].names):
            return phrase
        if tokens[0].start > at and tokens[0].text not in self._relatives:
            return phrase
        found: list[Token] = []
        for place, token in enumerate(tokens[: 2 * _MOST_BEHIND]):
            gap = self._low[tokens[place - 1].end if place else at : token.start]
            if (place and gap.strip(" ") == "" and gap) or token.kind in ("mark", "number", "join"):
                break
            if place and token.kind == "stop" and token.text not in self._relatives:
                break
            found.append(token)
        while found and not found[-1].names:
            found.pop()
        words = [token for token in found if token.names or token.kind == "verb"]
        if not words:
            return phrase
        return NounPhrase(
            phrase.start, found[-1].end, phrase.head, (*phrase.words, *words[:_MOST_BEHIND]), phrase.gloss
        )
