"""A checked text as its page shows it: the title sentence, the marked text, the rows of verdicts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from guildbook.figures.verdicts import hedged
from guildbook.kit.format import number_text
from guildbook.kit.texts import current_tag
from guildbook.reading.queries import MOST_BYTES, Answer, CheckedFigure, CheckedText

PASTED = gettext_lazy("the pasted text")
UPLOAD = "upload"
# Longer texts show only the paragraphs that hold figures, and the page stops after so many figures.
LONG = 60_000
MOST_ROWS = 400
_ENGLISH = "no one two three four five six seven eight nine ten eleven twelve".split()


def form_fields(text: str = "", error: str = "") -> list[dict[str, Any]]:
    """The fields of the form: a text, or a file."""
    size = MOST_BYTES // 1024**2
    errors = [error] if error else []
    return [
        {"name": "text", "kind": "textarea", "label": _("The text"), "value": text, "size": 10, "errors": errors},
        {
            "name": "file",
            "kind": "file",
            "label": _("Or a file"),
            "accept": ".txt,text/plain",
            "help": _("Plain text, up to %(n)s MB.") % {"n": size},
        },
    ]


def page_of(checked: CheckedText, may_record: bool) -> dict[str, Any]:
    """Everything reading/check.html shows of a text."""
    shown = checked.figures[:MOST_ROWS]
    return {
        "title": title_of(checked),
        "milliseconds": number_text(max(1, round(checked.seconds * 1000))),
        "pieces": in_languages(pieces_of(checked.text, shown), checked),
        "short": len(checked.text) > LONG,
        "rows": [row_of(number, figure) for number, figure in enumerate(shown, 1)],
        "left_out": number_text(len(checked.figures) - len(shown)) if len(shown) < len(checked.figures) else "",
        "text": checked.text,
        "language": checked.main_language,
        "keep": checked.text if len(checked.text) <= LONG else "",
        "may_record": may_record,
    }


def title_of(checked: CheckedText) -> str:
    """The page's title: “Eight figures: six agree, one differs, one is new”."""
    total = len(checked.figures)
    agree, differ, new = (checked.count(key) for key in ("agrees", "differs", "unknown"))
    if not total:
        return _("No figures in this text")
    whole = ngettext("%(n)s figure", "%(n)s figures", total) % {"n": _counted(total)}
    parts = [
        ngettext("%(n)s agrees", "%(n)s agree", agree) % {"n": _counted(agree)} if agree else "",
        ngettext("%(n)s differs", "%(n)s differ", differ) % {"n": _counted(differ)} if differ else "",
        ngettext("%(n)s is new", "%(n)s are new", new) % {"n": _counted(new)} if new else "",
    ]
    told = pgettext("between the parts of a sentence", ", ").join(part for part in parts if part)
    sentence = _("%(figures)s: %(told)s") % {"figures": whole, "told": told}
    return sentence[:1].upper() + sentence[1:]


def _counted(n: int) -> str:
    """English writes small numbers as words; other languages here write digits."""
    return _ENGLISH[n] if current_tag() == "en" and n < len(_ENGLISH) else number_text(n)


def pieces_of(text: str, figures: tuple[CheckedFigure, ...]) -> list[dict[str, Any]]:
    """The text cut at its figures; of a long text only the paragraphs that hold some."""
    if len(text) <= LONG:
        return _cut(text, 0, len(text), list(enumerate(figures, 1)))
    pieces: list[dict[str, Any]] = []
    by_line: dict[tuple[int, int], list[tuple[int, CheckedFigure]]] = {}
    for number, figure in enumerate(figures, 1):
        begin = text.rfind("\n", 0, figure.read.start) + 1
        end = text.find("\n", figure.read.end)
        # A text without line breaks is cut around the figure's own sentence.
        line = (
            max(begin, figure.read.sentence[0] - 300),
            min(end if end >= 0 else len(text), figure.read.sentence[1] + 300),
        )
        by_line.setdefault(line if line[1] > line[0] else figure.read.sentence, []).append((number, figure))
    last = 0
    for (begin, end), held in sorted(by_line.items()):
        start = max(begin, last)
        pieces += [
            *_cut(text, start, max(start, end), [(n, f) for n, f in held if f.read.start >= start]),
            {"text": " …\n\n"},
        ]
        last = max(last, end)
    return pieces


def _cut(text: str, begin: int, end: int, figures: list[tuple[int, CheckedFigure]]) -> list[dict[str, Any]]:
    pieces: list[dict[str, Any]] = []
    at = begin
    for number, figure in figures:
        read, answer = figure.read, figure.answer
        if read.start < at or read.end > end or answer is None:
            continue
        pieces.append({"text": text[at : read.start], "at": at})
        row = f"#v{number}"
        pieces.append(
            {
                "text": text[read.start : read.end],
                "at": read.start,
                "mark": answer.verdict,
                "url": answer.url or row,
                "id": f"f{number}",
            }
        )
        at = read.end
    pieces.append({"text": text[at:end], "at": at})
    return pieces


def in_languages(pieces: list[dict[str, Any]], checked: CheckedText) -> list[dict[str, Any]]:
    """The pieces cut where the language changes, those in another language than most of the text saying so."""
    if len(checked.runs) < 2:
        return pieces
    found: list[dict[str, Any]] = []
    for piece in pieces:
        begin = piece.get("at")
        if begin is None:
            found.append(piece)
            continue
        end = begin + len(piece["text"])
        for run in checked.runs:
            start, stop = max(begin, run.start), min(end, run.end)
            if start < stop:
                language = run.language if run.language != checked.main_language else ""
                found.append({**piece, "text": piece["text"][start - begin : stop - begin], "lang": language})
    return found


def row_of(number: int, figure: CheckedFigure) -> dict[str, Any]:
    """A figure's row: what it says, the verdict, and what the book has to it."""
    read, answer = figure.read, figure.answer or Answer("unknown")
    unit = " %" if read.unit == "percent" else ""
    return {
        "id": f"v{number}",
        "mark": f"#f{number}",
        "start": read.start,
        "number": f"{hedged(read.value, read.qualifier)}{unit}",
        "counts": " ".join(read.counts.split()),
        "lang": figure.read.language,
        # To the reader: how alike what the text counts and what the book counts are.
        "score": number_text(round(figure.score, 2)) if figure.score is not None else "",
        "verdict": answer.verdict,
        "difference": number_text(answer.difference) if answer.difference is not None else "",
        "reason": answer.reason if answer.verdict != "differs" else "",
        "book": _book_figure(answer),
        "url": answer.url,
        "witness": answer.mark,
        "claim": answer.claim,
    }


def _book_figure(answer: Answer) -> dict[str, str] | None:
    """The book's own figure as a link with its witness mark."""
    text = hedged(answer.book_value, answer.book_qualifier) if answer.book_value is not None else answer.nearest
    return {"text": text, "url": answer.url, "mark": answer.mark} if answer.url and text else None
