"""A name taken apart: place, field, type and the rest, each with what it may be called in English."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from guildbook.language.folding import fold
from guildbook.language.naming.lexicon import LATIN, Entry, english_kinds, lexicon, longest, small_words
from guildbook.language.naming.stemming import stem, tokens
from guildbook.language.transliteration import romanise, simplified_char_for_char, syllables

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SCRIPTS = {
    "zh": _HAN,
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "lo": re.compile(r"[\u0e80-\u0eff]"),
    "km": re.compile(r"[\u1780-\u17ff]"),
    "my": re.compile(r"[\u1000-\u109f]"),
}
# Letters and marks that only Vietnamese has: ă, đ, ơ, ư, hook above, dot below, and a tone over a circumflex.
_VIETNAMESE = re.compile(r"[đĐ\u0306\u031b\u0309\u0323]|\u0302[\u0300\u0301\u0303]")
_PINYIN = re.compile(r"[aeiouüAEIOU][\u0304\u030c]")
_PINYIN_TYPES = frozenset("daxue xueyuan yiyuan xuexiao yanjiusuo yanjiuyuan gongsi jituan zhongxue".split())
_RUN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff]+|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+|[^\W_]+(?:['’&][^\W_]+)*|&"
)
# Where a name is written in the language of one country, the country may go without saying.
_HOME = {
    "zh": ("china", "chinese"),
    "th": ("thailand", "thai"),
    "lo": ("laos", "lao"),
    "km": ("cambodia", "cambodian"),
    "my": ("myanmar",),
    "vi": ("vietnam", "vietnamese", "viet"),
    "ms": ("indonesia", "indonesian", "malaysia", "malaysian"),
    "fil": ("philippines", "philippine"),
}
_HOME_STRENGTH = 0.6
# Before a stem: only a word that is so written answers it. Initials of two names are no answer to each other.
AS_WRITTEN = "="
_FIGURES = re.compile(r"第?([〇零一二三四五六七八九]{2,})")
# An aside that only says where: "(China)", "(Thailand)".
_ASIDE = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]\s*$")
_COUNTRIES = frozenset(
    "china taiwan thailand vietnam laos cambodia myanmar indonesia malaysia singapore philippines brunei japan korea"
    " germany france india united kingdom states".split()
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A stretch of atoms and one way to say it: stems, and how good that is (0 to 1)."""

    start: int
    end: int
    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    `atoms` are characters (Chinese), words of the table or unknown stretches (other scripts without blanks), or words.
    """

    text: str
    folded: str
    language: str
    atoms: tuple[str, ...]
    kinds: tuple[str, ...]
    # Where each part begins and ends: atoms of one part belong together.
    spans: tuple[tuple[int, int], ...]
    offers: tuple[Offer, ...]

    @property
    def initials(self) -> str:
        """First letters of the words that carry meaning, of a Latin name."""
        return "".join(atom[0] for atom in self.atoms if atom not in small_words())


def language_of(text: str) -> str:
    """Return the language whose table a name is read with, by its script, or by its words where the script is Latin."""
    counts = {language: len(script.findall(text)) for language, script in _SCRIPTS.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best]:
        return best
    words = tokens(text)
    marks = unicodedata.normalize("NFD", text)
    if _VIETNAMESE.search(marks):
        return "vi"
    if _PINYIN.search(marks) or _PINYIN_TYPES & set(words):
        return "pinyin"
    english = english_kinds()
    if all(stem(word) in english or word in small_words() for word in words):
        return "en"
    found = {"en": sum(1.05 * len(word) for word in words if stem(word) in english or word in small_words())}
    for language in ("ms", "vi", "fil"):
        found[language] = sum(
            sum(len(word) for word in words[start:end])
            for start, end, entry in segments_of(words, language)
            if entry and (language != "vi" or end - start > 1)
        )
    return max(found, key=lambda language: found[language])


@lru_cache(maxsize=20000)
def taken_apart(text: str) -> Name:
    """Take a name apart; the same name comes from memory the second time."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    language = language_of(plain)
    folded = fold(simplified_char_for_char(plain))
    if language == "en":
        return _english(text, folded, plain)
    if language in LATIN:
        return _latin(text, folded, plain, language)
    return _blankless(text, folded, plain, language)


def _english(text: str, folded: str, plain: str) -> Name:
    aside: list[str] = []
    hit = _ASIDE.search(plain)
    if hit and hit.start() and all(word in _COUNTRIES for word in tokens(hit[1])):
        aside, plain = tokens(hit[1]), plain[: hit.start()]
    words = tokens(plain)
    kinds = [_english_kind(word) for word in words] + ["aside"] * len(aside)
    words += aside
    offers = [offer for place, word in enumerate(words) for offer in _word_offers(place, word)]
    return _built(text, folded, "en", words, kinds, offers + _joined(words, kinds) + _abbreviated(words))


def _english_kind(word: str) -> str:
    return "minor" if word in small_words() else english_kinds().get(stem(word), "unknown")


def _word_offers(place: int, word: str) -> list[Offer]:
    """An English word as itself and as its synonyms."""
    offers = [Offer(place, place + 1, (stem(word),), 1.0)]
    if 3 <= len(word) <= 8:
        offers.append(Offer(place, place + 1, (AS_WRITTEN + stem(word),), 1.0))
    entry = lexicon("en").get(word)
    if entry:
        offers += [Offer(place, place + 1, one.stems, 0.9 * one.weight) for one in entry.renderings]
    return offers


def _joined(words: list[str], kinds: list[str]) -> list[Offer]:
    """Neighbouring words written as one: "Da Nang" as "danang"."""
    return [
        Offer(start, end, (stem("".join(words[start:end])),), 0.95)
        for start in range(len(words))
        for end in (start + 2, start + 3)
        if end <= len(words) and not {"minor", "aside", "type"} & set(kinds[start:end])
    ]


def _abbreviated(words: list[str]) -> list[Offer]:
    """A name of three words or more by its initials, small words counted or not, and without what it is."""
    weighty = [place for place, word in enumerate(words) if word not in small_words()]
    ways = {"".join(word[0] for word in words), "".join(words[place][0] for place in weighty)}
    return [
        Offer(0, len(words), (AS_WRITTEN + stem(way),), 0.85)
        for way in sorted(ways)
        if 3 <= len(way) <= 8 and len(weighty) > 2
    ]


def _latin(text: str, folded: str, plain: str, language: str) -> Name:
    words = tokens(plain)
    kinds = ["unknown"] * len(words)
    offers: list[Offer] = []
    spans: list[tuple[int, int]] = []
    parts, compounds = _refined(words, language)
    for start, end, entry in parts:
        spans.append((start, end))
        if entry:
            kinds[start:end] = [entry.kind] * (end - start)
            offers += _rendered(start, end, entry)
            # Vietnamese names keep their sound in English, only without the marks.
            literal = 1.0 if language == "vi" and entry.kind in {"word", "place"} else 0.9
            offers.append(Offer(start, end, tuple(stem(word) for word in words[start:end]), literal))
        else:
            kinds[start] = _english_kind(words[start]) if english_kinds().get(stem(words[start])) else "unknown"
            offers += _word_offers(start, words[start])
        offers += [Offer(start, end, (_surface(language, words[start:end]),), 1.0)]
    offers += [one for start, end, entry in compounds if entry for one in _rendered(start, end, entry)]
    offers += _joined(words, kinds) + _abbreviated(words)
    return _built(text, folded, language, words, kinds, offers, tuple(spans))


def _surface(language: str, atoms: list[str]) -> str:
    """A part as it stands in its own language, told apart from English stems."""
    return f"{language}:{' '.join(atoms)}"


def _rendered(start: int, end: int, entry: Entry) -> list[Offer]:
    return [Offer(start, end, one.stems, one.weight) for one in entry.renderings]


_Segment = tuple[int, int, "Entry | None"]
# Parts whose English is more than the sum of their words stay whole.
_WHOLE = frozenset({"parent", "name", "place"})


def segments_of(words: list[str], language: str, most: int | None = None) -> list[_Segment]:
    """Cut atoms into words of the table, as long and as few as can be; what is unknown stands alone."""
    table, most = lexicon(language), most or longest(language)
    glue = " " if language in LATIN - {"pinyin"} else ""
    best: list[tuple[float, int, Entry | None]] = [(0.0, 0, None)]
    for end in range(1, len(words) + 1):
        choice: tuple[float, int, Entry | None] = (best[end - 1][0], end - 1, None)
        for start in range(max(0, end - most), end):
            entry = table.get(glue.join(words[start:end]))
            if entry:
                score = best[start][0] + (end - start + 0.2) ** 1.6
                if score > choice[0]:
                    choice = (score, start, entry)
        best.append(choice)
    found: list[_Segment] = []
    end = len(words)
    while end:
        _, start, entry = best[end]
        found.append((start, end, entry))
        end = start
    return found[::-1]


def _refined(words: list[str], language: str) -> tuple[list[_Segment], list[_Segment]]:
    """Cut atoms into the smallest known parts, and say which compounds of the table they make up.

    "农业大学" is known as a whole, and its parts are "农业" and "大学": each must find its answer.
    """
    small: list[_Segment] = []
    compounds: list[_Segment] = []
    waiting = segments_of(words, language)[::-1]
    while waiting:
        start, end, entry = waiting.pop()
        inner: list[_Segment] = []
        if entry and end - start > 1 and entry.kind not in _WHOLE:
            inner = segments_of(words[start:end], language, end - start - 1)
        if entry and inner and (entry.kind == "institution" or _all_known(inner, language)):
            compounds.append((start, end, entry))
            waiting += [(start + at, start + to, part) for at, to, part in reversed(inner)]
        else:
            small.append((start, end, entry))
    return small, compounds


def _all_known(parts: list[_Segment], language: str) -> bool:
    least = 1 if language in LATIN else 2
    return all(entry and (end - start >= least or entry.kind == "minor") for start, end, entry in parts)


def runs_of(plain: str, language: str) -> list[tuple[str, bool]]:
    """Return the runs of letters of a name, and whether each is in the language's own script."""
    return [(run, bool(_SCRIPTS[language].match(run))) for run in _RUN.findall(plain)]


def _blankless(text: str, folded: str, plain: str, language: str) -> Name:
    atoms: list[str] = []
    kinds: list[str] = []
    offers: list[Offer] = []
    spans: list[tuple[int, int]] = []
    for run, own in runs_of(plain, language):
        at = len(atoms)
        if own:
            part = _chinese(run) if language == "zh" else _abugida(run, language)
        else:
            words = tokens(run)
            part = (
                words,
                [_english_kind(word) for word in words],
                [offer for place, word in enumerate(words) for offer in _word_offers(place, word)],
                [(place, place + 1) for place in range(len(words))],
            )
        atoms += part[0]
        kinds += part[1]
        offers += [Offer(one.start + at, one.end + at, one.stems, one.weight) for one in part[2]]
        spans += [(start + at, end + at) for start, end in part[3]]
    return _built(text, folded, language, atoms, kinds, offers, tuple(spans))


_Part = tuple[list[str], list[str], list[Offer], list[tuple[int, int]]]


def _chinese(run: str) -> _Part:
    atoms = list(simplified_char_for_char(run))
    spoken = syllables("".join(atoms))
    kinds = ["unknown"] * len(atoms)
    offers: list[Offer] = []
    spans: list[tuple[int, int]] = []
    segments, compounds = _refined(atoms, "zh")
    for start, end, entry in segments:
        offers.append(Offer(start, end, (_surface("zh", ["".join(atoms[start:end])]),), 1.0))
        if entry:
            spans.append((start, end))
            kinds[start:end] = [entry.kind] * (end - start)
            offers += _rendered(start, end, entry)
        elif spans and kinds[start - 1] == "unknown" and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    offers += [one for start, end, entry in compounds if entry for one in _rendered(start, end, entry)]
    return atoms, kinds, offers + _spoken(spoken, kinds, segments) + _numbered("".join(atoms)), spans


def _numbered(run: str) -> list[Offer]:
    """Figures written out one by one: "三〇一" as 301."""
    return [
        Offer(
            hit.start(),
            hit.end(),
            ("".join(str("〇一二三四五六七八九".index(c)) for c in hit[1].replace("零", "〇")),),
            1.0,
        )
        for hit in _FIGURES.finditer(run)
    ]


def _spoken(spoken: tuple[str, ...], kinds: list[str], segments: list[tuple[int, int, Entry | None]]) -> list[Offer]:
    """Stretches of characters as they sound, best where the table says so or knows nothing."""
    own = {(start, end) for start, end, entry in segments if entry}
    offers = []
    for start in range(len(spoken)):
        for end in range(start + 1, min(start + 4, len(spoken)) + 1):
            strange = all(kind == "unknown" for kind in kinds[start:end])
            if end - start == 1 and not strange:
                continue
            weight = 0.97 if strange or (start, end) in own else 0.9
            if {"type", "minor", "parent"} & set(kinds[start:end]):
                weight = 0.75
            offers.append(Offer(start, end, (stem("".join(spoken[start:end])),), weight))
    return offers


def _abugida(run: str, language: str) -> _Part:
    letters = list(run)
    segments, compounds = _refined(letters, language)
    # Letters that no word of the table covers make up one unknown stretch.
    pieces: list[_Segment] = []
    for start, end, entry in segments:
        if not entry and pieces and pieces[-1][2] is None:
            pieces[-1] = (pieces[-1][0], end, None)
        else:
            pieces.append((start, end, entry))
    atoms = [run[start:end] for start, end, _ in pieces]
    kinds = [entry.kind if entry else "unknown" for _, _, entry in pieces]
    offers: list[Offer] = []
    for place, (_, _, entry) in enumerate(pieces):
        offers.append(Offer(place, place + 1, (_surface(language, [atoms[place]]),), 1.0))
        if entry:
            offers += _rendered(place, place + 1, entry)
        else:
            offers.append(Offer(place, place + 1, (stem(romanise(atoms[place]).replace(" ", "")),), 0.9))
    begins = {start: place for place, (start, _, _) in enumerate(pieces)}
    ends = {end: place + 1 for place, (_, end, _) in enumerate(pieces)}
    for start, end, entry in compounds:
        if entry:
            offers += _rendered(begins[start], ends[end], entry)
    return atoms, kinds, offers, [(place, place + 1) for place in range(len(atoms))]


def _built(
    text: str,
    folded: str,
    language: str,
    atoms: list[str],
    kinds: list[str],
    offers: list[Offer],
    spans: tuple[tuple[int, int], ...] | None = None,
) -> Name:
    if spans is None:
        spans = tuple((place, place + 1) for place in range(len(atoms)))
    offers = offers + [Offer(0, 0, (stem(word),), _HOME_STRENGTH) for word in _HOME.get(language, ())]
    return Name(text, folded, language, tuple(atoms), tuple(kinds), spans, tuple(offers))
