"""Words that may have been meant: those of the book's names that come near what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product
from threading import Lock

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from guildbook.language.folding import is_unspaced
from guildbook.search.index import Index, index
from guildbook.search.matching import Words, read_words
from guildbook.search.matching.judging import has, lines
from guildbook.search.models import SearchDocument, SearchWord

# Candidates of each word, and whole corrections tried: a search that finds nothing must not take long.
OF_EACH, TRIED = 10, 12
CANDIDATES = 400
HAN = ("\u3400", "\u9fff")


class Vocabulary:
    """The words of the book's names, read once and then only what was added."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: tuple[int, str] = (0, "")
        self.words: list[str] = []

    def up_to_date(self) -> list[str]:
        """Every word, sorted."""
        newest = SearchWord.objects.order_by("-pk").values_list("pk", "word").first() or (0, "")
        if newest != self._last:
            with self._lock:
                since, word = self._last
                # Where the last word read is no longer the same, the index was made anew.
                anew = not SearchWord.objects.filter(pk=since, word=word).exists()
                known = set() if anew else set(self.words)
                known.update(SearchWord.objects.filter(pk__gt=0 if anew else since).values_list("word", flat=True))
                self.words, self._last = sorted(known), newest
        return self.words


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary()


def allowed(word: str) -> int:
    """How many slips a word may have: none in short ones, where every other word is near."""
    if word.isdigit():
        return 0
    length = len(word)
    if not is_unspaced(word):
        return 0 if length < 4 else 1 if length < 7 else 2
    if HAN[0] <= word[0] <= HAN[1]:
        return 0 if length < 4 else 1 if length < 8 else 2
    return 0 if length < 6 else 1 if length < 10 else 2


def corrections(asked: Words, engine: Index | None = None) -> Iterator[Words]:
    """What may have been meant, the nearest first; whether it finds anything that may be seen is for the caller."""
    engine = engine or index()
    choices = [_near(word, engine) for word in asked.words]
    meant = sorted(product(*choices), key=lambda chosen: sum(slips for __, slips in chosen))
    for chosen in islice((one for one in meant if sum(slips for __, slips in one)), TRIED):
        yield read_words(" ".join(word for word, __ in chosen))


def _near(word: str, engine: Index) -> list[tuple[str, int]]:
    """The word itself, if names have it, else words that come near, with the number of slips."""
    most = allowed(word)
    found = [(word, 0)]
    if not most:
        return found
    if is_unspaced(word):
        return [*found, *_stretches(word, most, engine)]
    words = _vocabulary().up_to_date()
    at = bisect_left(words, word)
    if at < len(words) and words[at].startswith(word):
        return found
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=3 * OF_EACH)
    near.sort(key=lambda hit: (hit[1], hit[0][0] != word[0], -len(_shared(hit[0], word)), hit[0]))
    return [*found, *((text, int(slips)) for text, slips, __ in near[:OF_EACH])]


def _shared(one: str, other: str) -> str:
    length = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return one[:length]


def _stretches(word: str, most: int, engine: Index) -> list[tuple[str, int]]:
    """Stretches of names in a script without blanks that come near.

    Of a word cut into one part more than it may have slips, one part at least is right, and finds the name.
    """
    size = -(-len(word) // (most + 1))
    best: dict[str, int] = {}
    for part in {word[start : start + size] for start in range(0, len(word), size)}:
        for name in _names_with(part, engine):
            stretch, slips = _nearest(word, name)
            if 0 < slips <= most:
                best[stretch] = slips
    return sorted(best.items(), key=lambda item: (item[1], abs(len(item[0]) - len(word)), item[0]))[:OF_EACH]


def _names_with(part: str, engine: Index) -> Iterable[str]:
    ids = list(islice(engine.named(read_words(part)), CANDIDATES))
    for spelling in SearchDocument.objects.filter(pk__in=ids).values_list("spelt", flat=True):
        yield from (name for name in lines(spelling) if has(name, part))


def _nearest(word: str, name: str) -> tuple[str, int]:
    """The stretch of a name that is nearest to a word, and how many slips lie between."""
    place = fuzz.partial_ratio_alignment(word, name)
    if place is None or len(name) < len(word) - 1:
        return name, len(word)
    tried = (
        name[start:end]
        for start in range(max(0, place.dest_start - 1), place.dest_start + 2)
        for end in range(max(start + 1, place.dest_end - 1), min(len(name), place.dest_end + 1) + 1)
    )
    return min(((text, OSA.distance(word, text)) for text in tried), key=lambda found: found[1])
