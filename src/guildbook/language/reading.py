"""The one door to figures in prose: callers name a text, readers register per language."""

from __future__ import annotations

from dataclasses import replace

from guildbook.language.english.reader import EnglishReader
from guildbook.language.names import NameIndex
from guildbook.language.originals import Original, evened
from guildbook.language.prose.reader import ProseReader
from guildbook.language.shapes import DocumentFacts, Reader, ReadFigure

DEFAULT_LANGUAGE = "en"
# Languages told by a grammar, which is imported when the first text of the language comes.
GRAMMARS = {
    "zh": "guildbook.language.chinese.grammar",
    "th": "guildbook.language.thai.grammar",
    "lo": "guildbook.language.lao.grammar",
    "km": "guildbook.language.khmer.grammar",
    "my": "guildbook.language.burmese.grammar",
    "vi": "guildbook.language.vietnamese.grammar",
    "id": "guildbook.language.indonesian.grammar",
    "ms": "guildbook.language.malay.grammar",
    "fil": "guildbook.language.filipino.grammar",
}

_readers: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Make a reader answer for its language, in place of an earlier one."""
    _readers[reader.language] = reader


def languages() -> tuple[str, ...]:
    """Return the language tags that can be read."""
    return tuple(_readers)


def reader_for(language: str | None) -> Reader:
    """Return the reader for a BCP-47 tag, falling back from region and script to the bare language.

    Raises LookupError for a language that no reader answers for; None means English.
    """
    tag = language or DEFAULT_LANGUAGE
    while tag:
        if tag in _readers:
            return _readers[tag]
        tag = tag.rpartition("-")[0]
    raise LookupError(f"no reader for language {language!r}; known: {', '.join(_readers)}")


def is_read(language: str) -> bool:
    """Whether some reader answers for a BCP-47 tag."""
    return language.partition("-")[0] in _readers


def stretches(text: str) -> list[tuple[int, int, str]]:
    """The text as stretches `(start, end, language)` that readers can read; what no reader knows is read as English."""
    if text.isascii() and not _may_be_latin(text):
        return [(0, len(text), DEFAULT_LANGUAGE)]
    from guildbook.language.detection import language_runs  # noqa: PLC0415 - its models load only when they are needed

    found: list[tuple[int, int, str]] = []
    for run in language_runs(text):
        language = run.language if is_read(run.language) else DEFAULT_LANGUAGE
        if found and found[-1][2] == language:
            found[-1] = (found[-1][0], run.end, language)
        else:
            found.append((run.start, run.end, language))
    return found or [(0, len(text), DEFAULT_LANGUAGE)]


def read_figures(text: str, language: str | None = None, names: NameIndex | None = None) -> list[ReadFigure]:
    """Return every figure in the text, in reading order, with character offsets into `text`.

    Without a language it is detected; a mixed text is read stretch by stretch.
    """
    pieces = stretches(text) if language is None else [(0, len(text), language)]
    if len(pieces) == 1:
        return _read(text, pieces[0][2], names)
    facts: DocumentFacts | None = None
    found: list[ReadFigure] = []
    paragraphs = 0
    for start, end, tag in pieces:
        part = text[start:end]
        own = _facts(part, tag, None)
        if facts is None and own.date:
            facts = own
        for figure in _read(part, tag, names):
            # A stretch without a date of its own goes by that of the text.
            date = figure.date or (facts.as_of if facts and own.as_of is None else None)
            moved = Original.shifted(figure, start)
            found.append(replace(moved, date=date, paragraph=figure.paragraph + paragraphs))
        paragraphs += len(own.paragraphs)
    return found


def document_facts(text: str, language: str | None = None, names: NameIndex | None = None) -> DocumentFacts:
    """Return what the text says about itself: dates, title, paragraphs, topics; of a mixed text, its first date."""
    pieces = stretches(text) if language is None else [(0, len(text), language)]
    if len(pieces) == 1:
        return _facts(text, pieces[0][2], names)
    longest = max(pieces, key=lambda piece: piece[1] - piece[0])[2]
    each = [_facts(text[start:end], tag, names) for start, end, tag in pieces]
    dated = next((facts for facts in each if facts.date), each[0])
    topics = tuple(topic for facts in each for topic in facts.topics)[:5]
    whole = _facts(text, longest, None)
    title = next((facts.title for facts in each if facts.title), None)
    return DocumentFacts(longest, title, dated.date, dated.as_of, whole.paragraphs, topics)


def _read(text: str, language: str, names: NameIndex | None) -> list[ReadFigure]:
    reader = reader_for(language)
    if reader.language == DEFAULT_LANGUAGE:
        return reader.read_figures(text, names)
    original = evened(text)
    return [original.restored(figure) for figure in reader.read_figures(original.plain, names)]


def _facts(text: str, language: str, names: NameIndex | None) -> DocumentFacts:
    reader = reader_for(language)
    if reader.language == DEFAULT_LANGUAGE:
        return reader.document_facts(text, names)
    original = evened(text)
    return original.restored_facts(reader.document_facts(original.plain, names))


def _may_be_latin(text: str) -> bool:
    """Whether a plain ASCII text may be Indonesian, Malay or Filipino: few English function words in its beginning."""
    words = text[:20_000].lower().split()
    return sum(word in _ENGLISH for word in words) * 12 < len(words)


_ENGLISH = frozenset("the of and to in a is for on with that from by has have was were are as at it its been".split())

register(EnglishReader())
for _language, _module in GRAMMARS.items():
    register(ProseReader(_language, _module))
