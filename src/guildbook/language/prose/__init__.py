"""The engine that reads figures in every language but English, from tables alone.

How a language is added. Write a package `language/<language>/` with three files: `words.py` (the lexicon: words of the
trade with their English gloss, and function words), `grammar.py` (one `Grammar` built of tables) and `__init__.py`
(docstring only); then name the grammar's module in `language/reading.py`. Nothing else is needed: the engine finds
numbers, dates, qualifiers, noun phrases, mentions and document facts by the tables, and matching with the book follows
from the glosses, since `reading/matching` compares concepts, which are English words of the trade.

What the tables decide:

- `Lexicon.of(...)`: each line of a table is `gloss: word, word, …`. Nouns can be counted, modifiers narrow them, verbs
  and stops end a noun phrase, links (的, ของ, của) tie a modifier to it, joins (和, và) join nouns, skips are passed
  over, holders (人数, số lượng) are nouns that only say how many. Longer entries win, so an entry for a compound
  protects it from its parts. A gloss of several words (“vocational school”) has its noun last. A name that must not be
  taken apart is a noun with its own gloss.
- `head`: whether the noun stands first in its phrase (Vietnamese, Thai, Indonesian) or last (Chinese, Burmese).
- `number_behind`: whether the noun usually stands before the number and its classifier (“students 690 persons”).
- `NumberWords`: units, small multipliers (within a group), large ones (multiply all before), teens, joints.
- qualifiers before the number, directly behind it, and behind its classifier or noun; classifiers; units and money.
- dates as regular expressions with the groups `y m d y2 m2 d2`, or `mn` (month name), `ry` (a word such as “this
  year”), `end` (end of the month or year); years of the Buddhist era are turned into common ones.
- words that say an aim (`targets`), a rate (`rates`), a beginning (`since`), a founding; endings of names of bodies.

The engine works on text of one character for one: `characters.fold` plus the grammar's own `plain` (Chinese writes
Traditional as Simplified). Composed and decomposed letters and invisible characters are evened out before, and offsets
told of the text as it was given.
"""

from guildbook.language.prose.grammar import Grammar, NumberWords
from guildbook.language.prose.lexicon import Lexicon
from guildbook.language.prose.reader import ProseReader

__all__ = ["Grammar", "Lexicon", "NumberWords", "ProseReader"]
