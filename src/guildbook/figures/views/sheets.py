"""A figure's data written as a workbook and as JSON-LD."""

import io
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from guildbook.faces.jsonld import VOCABULARIES
from guildbook.figures.queries import Data

Row = Iterable[object]


def workbook(data: Data) -> bytes:
    """The figure as an .xlsx file of up to four sheets."""
    book = Workbook(write_only=True)
    as_of = data["as_of"]["text"]
    answer = [
        (_("Figure"), data["title"]),
        (_("Subject"), data["subject"]["label"] if data["subject"] else _("the whole book")),
        *((name, value) for name, value in data["filters"].items()),
        (_("Value"), data["value"]),
        (_("Qualifier"), data["qualifier"]),
        (_("As of"), as_of),
        (_("On record"), data["on_record"]),
        (_("Reported"), data["reported"]),
        (_("Not on record"), data["missing"]),
        (_("Definition"), data["definition"]),
        (_("Address"), data["url"]),
    ]
    _sheet(book, _("Figure"), answer)
    heads = [_("Witness"), _("Says"), _("Value"), _("Qualifier"), _("As of"), _("Verdict"), _("Note")]
    heads += [_("Paragraph"), _("Quote")]
    witnesses = [_claim(claim) for claim in data["claims"]] + [
        _return(each) for each in [*data["returns"], *data["beside"]]
    ]
    _sheet(book, _("Witnesses"), [heads, *witnesses])
    records = [(record["type"], record["key"], record["label"], record["url"]) for record in data["records"]]
    _sheet(book, _("Records"), [(_("Kind"), _("Key"), _("Name"), _("Address")), *records])
    bars = [
        (breakdown["label"], each["label"], each["value"])
        for breakdown in data["breakdowns"]
        for each in breakdown["values"]
    ]
    _sheet(book, _("Breakdowns"), [(_("By"), _("Value"), pgettext("how many", "Number")), *bars])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _claim(claim: Data) -> Row:
    return (
        claim["source"]["title"],
        claim["counts"],
        claim["value"],
        claim["qualifier"],
        claim["as_of"]["text"],
        claim["verdict"] if claim["difference"] is None else f"{claim['verdict']} ({claim['difference']})",
        claim["note"],
        claim["locator"]["paragraph"],
        claim["quote"],
    )


def _return(each: Data) -> Row:
    value = each["value"] if each["value"] is not None else _("not known")
    verdict, note = each.get("verdict", ""), each.get("note") or ""
    return (each["organisation"]["label"], _("reported"), value, "exactly", each["as_of"]["text"], verdict, note)


def _sheet(book: Any, name: str, rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(name[:31])
    for row in rows:
        sheet.append([_inert(sheet, cell) if isinstance(cell, str) else cell for cell in row])


def _inert(sheet: Any, text: str) -> Any:
    """A cell that stays text even when it starts with “=”."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767])
    cell.data_type = "s"
    return cell


def linked_figure(data: Data, base: str) -> Data:
    """The figure as JSON-LD: a qb:Observation derived from claims and returns."""
    terms = {**VOCABULARIES, "prov": "http://www.w3.org/ns/prov#", "guildbook": f"{base}/words/#"}
    behind = [{"@id": f"{base}{witness['url']}"} for witness in [*data["claims"], *data["returns"], *data["records"]]]
    linked: Data = {
        "@context": terms,
        "@id": f"{base}{data['url']}",
        "@type": "qb:Observation",
        "rdfs:label": {"@language": data["language"], "@value": data["title"]},
        "qb:measureType": {"@id": f"{base}/indicators/{data['indicator']}"},
        "schema:value": data["value"],
        "guildbook:qualifier": data["qualifier"],
        "guildbook:mark": data["mark"],
        "guildbook:onRecord": data["on_record"],
        "guildbook:reported": data["reported"],
        "schema:observationDate": data["as_of"]["last"],
        "prov:wasDerivedFrom": behind,
    }
    if data["subject"]:
        linked["schema:about"] = {"@id": f"{base}{data['subject']['url']}"}
    return {name: value for name, value in linked.items() if value is not None}
