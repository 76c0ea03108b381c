"""JSON-LD: a record's document with terms of public vocabularies."""

from typing import Any

from django.db.models import ForeignKey, ManyToManyField

from guildbook.kit.documents import Document, all_columns
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.record_types import Column, RecordType, model_field, type_of_model

VOCABULARIES = {
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "qb": "http://purl.org/linked-data/cube#",
    "oa": "http://www.w3.org/ns/oa#",
    "guildbook": "/words/#",
}


def linked(record_type: RecordType, data: Document, base: str) -> Document:
    """The document as JSON-LD; `base` is the site's address without a slash at the end."""
    terms = {**VOCABULARIES, "guildbook": f"{base}/words/#"}
    columns = {column.field: column for column in all_columns(record_type)}
    out: Document = {"@context": terms, "@id": f"{base}/{record_type.plural}/{data['key']}", "@type": record_type.term}
    for name, value in data.items():
        if name in columns:
            out[columns[name].term] = _value(record_type.model, columns[name], value, base)
    for rows in record_type.rows:
        if rows.name in data:
            model = record_type.part_model(rows)
            out[f"guildbook:{rows.name}"] = [
                {
                    column.term: _value(model, column, row[column.field], base)
                    for column in rows.columns
                    if column.field in row
                }
                for row in data[rows.name]
            ]
    if "citations" in data:
        out["schema:citation"] = [{"@id": f"{base}/sources/{citation['source']}"} for citation in data["citations"]]
    return out


def _value(model: Any, column: Column, value: Any, base: str) -> Any:
    field = model_field(model, column.field)
    if isinstance(field, LanguageMapField):
        return [{"@language": tag, "@value": text} for tag, text in value.items()]
    if isinstance(field, ForeignKey | ManyToManyField):
        plural = type_of_model(field.related_model).plural
        keys = value if isinstance(value, list) else [value]
        links = [{"@id": f"{base}/{plural}/{key}"} for key in keys]
        return links if isinstance(value, list) else links[0]
    if column.field == "superseded_by":
        return {"@id": f"{base}/{type_of_model(model).plural}/{value}"}
    return value
