"""URLs of the imports area."""

from django.urls import URLPattern, path

from guildbook.imports.views import columns, pages

urlpatterns: list[URLPattern] = [
    path("imports/", pages.imports_page, name="imports"),
    path("imports/<int:number>", pages.import_page, name="import"),
    path("imports/<int:number>/columns", columns.columns_page, name="import-columns"),
    path("imports/<int:number>/check", pages.check_page, name="import-check"),
    path("imports/<int:number>/keep", pages.keep_page, name="import-keep"),
    path("imports/<int:number>/forget", pages.forget_page, name="import-forget"),
    path("imports/<int:number>/remarks.xlsx", pages.remarks_workbook, name="import-remarks"),
    path("imports/readings/<int:number>/forget", columns.forget_mapping, name="import-reading-forget"),
]
