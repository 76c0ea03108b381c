"""The questions of a round, one form each: worded in its languages, with its limits, options and place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name, link
from guildbook.kit.actions import stored
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import Document, DocumentError, document, read_document
from guildbook.kit.format import number_text
from guildbook.kit.texts import current_tag, pick
from guildbook.rounds.actions import save_round
from guildbook.rounds.models import About, Need, Question, QuestionKind, Round
from guildbook.rounds.records import ROUND
from guildbook.rounds.views.desk import run_by

NEW = "new"
PLAIN = ("kind", "about", "need", "indicator", "unit", "least", "most", "jump")


def questions_page(request: HttpRequest, key: str) -> HttpResponse:
    """All questions of a round in their order."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held = run_by(request, key)
    rows = [
        {
            "url": f"/rounds/{key}/questions/{question.code}",
            "text": pick(question.text).text,
            "code": question.code,
            "kind": question.get_kind_display(),
            "about": question.get_about_display(),
            "indicator": link(question.indicator) if question.indicator else "",
        }
        for question in held.questions.select_related("indicator")
    ]
    context = {"round_link": link(held), "key": key, "rows": rows, "count": number_text(len(rows))}
    return render(request, "rounds/questions.html", context)


def question_page(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """The form of one question, or of a new one."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held = run_by(request, key)
    data = document(ROUND, stored(ROUND, held))
    rows: list[Document] = data.setdefault("questions", [])
    place = next((number for number, row in enumerate(rows) if row["code"] == code), None)
    if place is None and code != NEW:
        raise Http404(_("This round has no such question."))
    row = dict(rows[place]) if place is not None else {}
    said: dict[str, Any] = {"row": row, "place": place + 1 if place is not None else len(rows) + 1, "errors": {}}
    said["options"] = _options(data, row.get("code", ""))
    status = 200
    if request.method == "POST":
        said = _posted(request.POST, row)
        try:
            _keep(request, held, data, place, said)
        except DocumentError as error:
            status = 422
            said["errors"] = _errors(error, said["row"].get("code", ""), data)
        else:
            messages.success(request, _("Kept: %(name)s") % {"name": pick(said["row"].get("text", {})).text})
            again = "another" in request.POST
            return redirect(f"/rounds/{key}/questions" + (f"/{NEW}" if again else ""))
    context = {
        "round_link": link(held),
        "key": key,
        "new": place is None,
        "title": pick(row.get("text", {})).text,
        "fields": _fields(held, said, new=place is None),
        "errors": said["errors"].get("", []),
    }
    return render(request, "rounds/question.html", context, status=status)


def _posted(posted: Mapping[str, str], row: Document) -> dict[str, Any]:
    """The question as the form sent it."""
    made: Document = {"code": row.get("code") or posted.get("code", "").strip()}
    for name in ("text", "help"):
        texts = {tag[len(name) + 1 :]: text.strip() for tag, text in posted.items() if tag.startswith(f"{name}.")}
        made[name] = {tag: text for tag, text in texts.items() if text}
    made |= {name: posted.get(name, "").strip() for name in PLAIN}
    number = posted.get("place", "")
    place = int(number) if number.isdecimal() and len(number) < 6 else 10_000
    options = {tag.removeprefix("options."): text for tag, text in posted.items() if tag.startswith("options.")}
    return {"row": made, "place": place, "options": options, "errors": {}}


def _keep(request: HttpRequest, held: Round, data: Document, place: int | None, said: dict[str, Any]) -> None:
    """Put the question in its place, or take it out, and keep the round."""
    rows, code = data["questions"], said["row"]["code"]
    if place is not None:
        rows.pop(place)
    others = [option for option in data.get("options", []) if option["question"] != code]
    if "remove" in request.POST:
        data["checks"] = [check for check in data.get("checks", []) if not _speaks_of(check, code)]
        data["options"] = others
    else:
        if place is None and any(row["code"] == code for row in rows):
            rows.append(said["row"])  # said by the rules of the round, as two of one code
        else:
            rows.insert(max(said["place"] - 1, 0), said["row"])
        data["options"] = [*others, *_read_options(code, said["options"])]
    why = request.POST.get("why", "").strip() or _("question %(code)s") % {"code": code}
    save_round(actor_of(request), read_document(ROUND, data, held), why)


def _speaks_of(check: Document, code: str) -> bool:
    return code == check["left"] or code in [part.strip() for part in check["right"].split("+")]


def _options(data: Document, code: str) -> dict[str, str]:
    """A question's options by language, a line each: value = text."""
    found: dict[str, list[str]] = {}
    for option in data.get("options", []):
        if option["question"] == code:
            for tag, text in option["text"].items():
                found.setdefault(tag, []).append(f"{option['value']} = {text}")
    return {tag: "\n".join(lines) for tag, lines in found.items()}


def _read_options(code: str, sent: Mapping[str, str]) -> list[Document]:
    found: dict[str, dict[str, str]] = {}
    for tag, text in sent.items():
        for line in text.splitlines():
            value, __, label = (part.strip() for part in line.partition("="))
            if value:
                found.setdefault(value, {})[tag] = label or value
    return [{"question": code, "value": value, "text": texts} for value, texts in found.items()]


def _errors(error: DocumentError, code: str, data: Document) -> dict[str, list[str]]:
    """Faults by field of the form; those of other places stand above it with where they are."""
    place = next((number for number, row in enumerate(data["questions"], 1) if row["code"] == code), 0)
    found: dict[str, list[str]] = {}
    for fault in error.faults:
        own = fault.where.startswith(f"questions.{place}.")
        name = fault.where.rpartition(".")[2] if own else "options" if fault.where.startswith("options") else ""
        words = fault.message if name else f"{fault.where}: {fault.message}"
        found.setdefault(name, []).append(words)
    return found


def _fields(held: Round, said: dict[str, Any], *, new: bool) -> list[dict[str, Any]]:
    row, errors = said["row"], said["errors"]
    named = [tag.strip() for tag in held.languages.replace(";", ",").split(",") if tag.strip()]
    tags = dict.fromkeys([*row.get("text", {}), *named, current_tag()])
    languages = [(tag, language_name(tag)) for tag in tags]
    whole = {
        "code": _("Names the question in answers and workbooks, and stays: lower-case letters, digits, hyphens."),
        "indicator": _("The figure that approved answers feed: its key, or a part of its name."),
        "unit": _("students, m² or USD"),
        "jump": _("Beyond it, against the last approved value, a word of explanation is asked for."),
    }
    fields: list[dict[str, Any]] = []
    if new:
        fields.append({"name": "code", "label": _("code"), "required": True, "value": row.get("code", "")})
    for name, label in (("text", _("question")), ("help", _("explanation of the question"))):
        held_texts = row.get(name, {})
        fields.append(
            {
                "name": name,
                "label": label,
                "kind": "map",
                "languages": languages,
                "value": held_texts,
                "long": name == "help",
            }
        )
    for name, choices in (("kind", QuestionKind), ("about", About), ("need", Need)):
        options = [(str(value), str(text)) for value, text in choices.choices]
        fields.append({"name": name, "kind": "select", "options": options})
    fields.append({"name": "indicator", "names": "/named/indicators"})
    fields += [{"name": name, "size": "short"} for name in ("unit", "least", "most", "jump")]
    for one in fields:
        field = Question._meta.get_field(one["name"])
        one.setdefault("label", str(field.verbose_name))  # type: ignore[union-attr]  # all of them are columns
        value = row.get(one["name"])
        one.setdefault("value", "" if value is None else value)
        one |= {"help": whole.get(one["name"], ""), "errors": errors.get(one["name"], [])}
    help_text = _("For a choice: a line each, its value, an equals sign, and what is shown: low = Low.")
    for tag, name in languages:
        fields.append(
            {
                "name": f"options.{tag}",
                "label": _("Options in %(language)s") % {"language": name},
                "kind": "textarea",
                "size": 3,
                "value": said["options"].get(tag, ""),
                "help": help_text,
                "errors": errors.get("options", []) if tag == languages[0][0] else [],
            }
        )
    fields.append({"name": "place", "label": _("Place in the order"), "kind": "number", "value": said["place"]})
    return fields
