"""What was found, as the templates show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.faces.details import column_label, summary, url_of
from guildbook.kit.actors import PUBLIC
from guildbook.kit.format import number_text
from guildbook.kit.record_types import by_name
from guildbook.kit.texts import current_tag, pick
from guildbook.search.queries import Found, Hit, meaning_progress, suggest

MOST_VALUES = 12


def counted(found: Found) -> str:
    """How many records were found, in words."""
    total = len(found.matches)
    if found.more:
        return _("more than %(n)s records") % {"n": number_text(total)}
    return ngettext("%(n)s record", "%(n)s records", total) % {"n": number_text(total)}


def result(hit: Hit) -> dict[str, Any]:
    """One result: its name, cut where it is marked if the name is what fits, what it is, and why it was found."""
    name = pick(hit.record.label())
    in_name = hit.text == name.text or not name.text
    title = hit.text if in_name else name.text
    language = hit.language if in_name else name.language
    return {
        "url": url_of(hit.record),
        "name": _cut(title, hit.marks if in_name else ()),
        "lang": _lang(language),
        "kind": hit.record_type.label,
        "summary": summary(hit.record_type, hit.record),
        "why": _why(hit),
        "reason": hit.reason,
        "piece": None if in_name else _cut(hit.text, hit.marks),
        "piece_lang": _lang(hit.language),
    }


def _lang(tag: str) -> str:
    return tag if tag and tag != current_tag() else ""


def _cut(text: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is marked."""
    pieces: list[tuple[str, bool]] = []
    last = 0
    for start, end in marks:
        pieces += [(text[last:start], False), (text[start:end], True)]
        last = end
    return [piece for piece in [*pieces, (text[last:], False)] if piece[0]]


def _why(hit: Hit) -> str:
    words = {
        "former": _("former name"),
        "translated": _("translated name"),
        "transliterated": _("transliterated name"),
        "short": _("short name"),
        "key": _("key"),
        "names": _("several names"),
        "pinyin": _("pinyin"),
        "initials": _("initials of pinyin"),
        "spelling": _("spelling: “%(words)s”") % {"words": hit.meant},
        "meaning": _("meaning %(score)s") % {"score": number_text(round(hit.match.score, 2))},
        "name": _("name"),
    }
    if hit.reason == "text":
        return column_label(hit.record_type, hit.column) if hit.column else _("text")
    return words[hit.reason]


def progress(found: Found) -> str:
    """How far search by meaning has been prepared; nothing once it is."""
    if found.progress is None or found.progress.complete:
        return ""
    numbers = {"ready": number_text(found.progress.ready), "total": number_text(found.progress.total)}
    return _("meaning: %(ready)s of %(total)s records ready") % numbers


def _address(asked: Mapping[str, str], **changed: str) -> str:
    return f"?{urlencode({name: value for name, value in {**asked, **changed}.items() if value})}"


def kinds(found: Found, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """Chips above the results: all kinds, and each kind found."""
    counted = found.facets.get("kind", {})
    labels = {name: record_type.label_plural for name in counted if (record_type := by_name(name))}
    options = [_option(name, label, counted[name], asked, "kind") for name, label in labels.items()]

    everything = {
        "label": _("everything"),
        "count": number_text(sum(counted.values())),
        "selected": not asked["kind"],
        "url": _address(asked, kind=""),
    }
    return [everything, *options] if len(options) > 1 or asked["kind"] else []


def groups(found: Found, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """The filters beside the results, each with the number of records that fit everything else asked."""
    groups = []
    for name, kind, label in (("country", "place", _("country")), ("field", "field", _("field of education"))):
        counted = dict(list(found.facets.get(name, {}).items())[:MOST_VALUES])
        labels = _labels(kind, [*counted])
        options = [_option(value, labels.get(value, value), n, asked, name) for value, n in counted.items()]
        groups.append({"label": label, "options": options})
    years = sorted(found.facets.get("year", {}).items(), reverse=True)[:MOST_VALUES]
    chosen = asked["since"] if asked["since"] == asked["until"] else ""
    options = [
        {
            "label": year,
            "count": number_text(n),
            "selected": year == chosen,
            "url": _address(asked, since="", until="") if year == chosen else _address(asked, since=year, until=year),
        }
        for year, n in years
    ]
    return [*groups, {"label": _("year"), "options": options}]


def _labels(kind: str, keys: list[str]) -> dict[str, str]:
    record_type = by_name(kind)
    found = record_type.visible(PUBLIC).filter(key__in=keys) if record_type and keys else ()
    return {record.key: pick(record.label()).text or record.key for record in found}


def _option(value: str, label: str, count: int, asked: Mapping[str, str], name: str) -> dict[str, Any]:
    selected = asked[name] == value
    return {
        "label": label,
        "count": number_text(count),
        "selected": selected,
        "url": _address(asked, **{name: "" if selected else value}),
    }


def chips(found: Found, asked: Mapping[str, str]) -> list[dict[str, str]]:
    """The chosen filters, each leading to the results without it."""
    labels = _labels("place", [asked["country"]]) | _labels("field", [asked["field"]])
    shown = {
        "country": labels.get(asked["country"], asked["country"]),
        "field": labels.get(asked["field"], asked["field"]),
        "since": f"{_('since')} {asked['since']}" if asked["since"] else "",
        "until": f"{_('until')} {asked['until']}" if asked["until"] else "",
    }
    return [{"label": label, "url": _address(asked, **{name: ""})} for name, label in shown.items() if label]


def pager(asked: Mapping[str, str], number: int, last: int) -> dict[str, Any]:
    """The pages of the results."""
    near = sorted({1, *range(max(1, number - 1), min(last, number + 1) + 1), last})
    links: list[tuple[int | str, str | None]] = []
    for page in near:
        if links and page != int(near[near.index(page) - 1]) + 1:
            links.append(("…", None))
        links.append((page, _address(asked, page=str(page))))
    return {
        "number": number,
        "pages": last,
        "previous": _address(asked, page=str(number - 1)) if number > 1 else None,
        "next": _address(asked, page=str(number + 1)) if number < last else None,
        "links": links,
    }


def tips() -> list[dict[str, str]]:
    """What may be typed, by examples that find something in this book."""
    examples = [
        ("广西", "zh", _("a part of a name, in any script")),
        ("guangxi jianshe", "zh-Latn", _("Chinese by its sound")),
        ("dao tao", "vi", _("Vietnamese without its marks")),
    ]
    shown = [example for example in examples if suggest(PUBLIC, example[0], 1)]
    progress = meaning_progress()
    if progress.total and progress.complete:
        shown.append(("修车", "zh", _("a meaning, in another language")))
    return [
        {"text": text, "lang": lang, "what": what, "url": f"?{urlencode({'q': text})}"} for text, lang, what in shown
    ]
