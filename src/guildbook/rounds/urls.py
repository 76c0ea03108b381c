"""URLs of the rounds area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.rounds import views
from guildbook.rounds.records import RETURN, ROUND

ANSWER = "rounds/<slug:key>/answer/<slug:organisation>"

urlpatterns = [
    path("rounds/mine", views.own_page, name="round-own"),
    path("rounds/start", views.start_page, name="round-start"),
    path(ANSWER, views.answer_page, name="round-answer"),
    path(f"{ANSWER}/save", views.save_cell, name="round-save"),
    path(f"{ANSWER}/submit", views.submit_page, name="round-submit"),
    path(f"{ANSWER}/take-back", views.take_back_answers, name="round-take-back"),
    path(f"{ANSWER}/workbook.xlsx", views.download_form, name="round-workbook"),
    path(f"{ANSWER}/workbook", views.send_form, name="round-send-workbook"),
    path(f"{ANSWER}/history/<str:cell>", views.history_of_cell, name="round-cell"),
    path("rounds/<slug:key>/questions", views.questions_page, name="round-questions"),
    path("rounds/<slug:key>/questions/<slug:code>", views.question_page, name="round-question"),
    path("rounds/<slug:key>/desk", views.desk_page, name="round-desk"),
    path("rounds/<slug:key>/desk/step", views.step_round, name="round-step"),
    path("rounds/<slug:key>/desk/many", views.with_many, name="round-many"),
    path("rounds/<slug:key>/desk/<slug:organisation>", views.submission_page, name="round-submission"),
    path("rounds/<slug:key>/rates.xlsx", views.rates_workbook, name="round-rates"),
    *record_urls(ROUND),
    *record_urls(RETURN),
]
