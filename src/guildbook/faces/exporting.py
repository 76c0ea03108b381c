"""The whole book as files that load back as they are: one workbook, or a folder of YAML documents."""

from pathlib import Path

import yaml

from guildbook.faces.workbooks import write_workbook
from guildbook.kit.actions import documents
from guildbook.kit.documents import Document
from guildbook.kit.record_types import RecordType, record_types


def export_book(path: Path) -> int:
    """Write the book as FILE.xlsx, or as a folder with a file per record type; returns the number of records."""
    held = {kind: documents(kind, kind.model._default_manager.order_by("key")) for kind in record_types()}
    if path.suffix == ".xlsx":
        path.write_bytes(write_workbook({kind: found for kind, found in held.items() if found}))
    else:
        path.mkdir(parents=True, exist_ok=True)
        for number, (kind, found) in enumerate(held.items(), 1):
            (path / f"{number:02}-{kind.plural}.yaml").write_text(_yaml(kind, found), encoding="utf-8")
    return sum(len(found) for found in held.values())


def _yaml(kind: RecordType, found: list[Document]) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml's where PyYAML has it
    data = {"records": kind.name, "documents": found}
    text: str = yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=120)
    return text
