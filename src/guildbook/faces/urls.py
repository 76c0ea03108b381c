"""The URLs every record type gets, each answered by a derived face unless the area brings a page of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path

from guildbook.faces import views
from guildbook.kit.record_types import RecordType

View = Callable[..., HttpResponse]


def record_urls(record_type: RecordType, page: View | None = None, listing: View | None = None) -> list[URLPattern]:
    """List, record and formats of one record type; `page` and `listing` replace the derived ones.

    Form and history stand at addresses of the same shape (reviews.urls).
    """
    plural, name = record_type.plural, record_type.name

    def face(view: Callable[..., HttpResponse]) -> Any:
        return partial(view, record_type)

    return [
        path(f"{plural}/", listing or face(views.list_page), name=f"{name}-list"),
        path(f"{plural}.json", face(views.list_json), name=f"{name}-list-json"),
        path(f"{plural}.xlsx", face(views.list_workbook), name=f"{name}-list-xlsx"),
        path(f"{plural}.csv", face(views.list_table), name=f"{name}-list-csv"),
        path(f"{plural}/<slug:key>.json", face(views.record_json), name=f"{name}-json"),
        path(f"{plural}/<slug:key>.jsonld", face(views.record_jsonld), name=f"{name}-jsonld"),
        path(f"{plural}/<slug:key>.xlsx", face(views.record_workbook), name=f"{name}-xlsx"),
        path(f"{plural}/<slug:key>", page or face(views.record_page), name=name),
    ]
