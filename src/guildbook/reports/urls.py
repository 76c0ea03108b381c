"""URLs of the reports area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.reports import views
from guildbook.reports.records import REPORT

urlpatterns = [
    path("reports/<slug:key>/write", views.write_page, name="report-write"),
    path("reports/<slug:key>/pick", views.pick_page, name="report-pick"),
    path("reports/<slug:key>/check", views.check_page, name="report-check"),
    path("reports/<slug:key>/publish", views.publish_report, name="report-publish"),
    path("reports/<slug:key>/correct", views.correct, name="report-correct"),
    path("reports/<slug:key>/figures/<int:place>", views.figure_page, name="report-figure"),
    path("reports/<slug:key>.docx", views.word_file, name="report-docx"),
    path("reports/<slug:key>.pdf", views.pdf_file, name="report-pdf"),
    *record_urls(REPORT, page=views.report_page, listing=views.list_page),
]
