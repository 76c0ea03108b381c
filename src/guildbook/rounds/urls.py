"""URLs of the rounds area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.rounds import views
from guildbook.rounds.records import RETURN, ROUND

ANSWER = "rounds/<slug:key>/answer/<slug:organisation>"

urlpatterns = [
    path(ANSWER, views.answer_page, name="round-answer"),
    path(f"{ANSWER}/save", views.save_cell, name="round-save"),
    path(f"{ANSWER}/submit", views.submit_page, name="round-submit"),
    path(f"{ANSWER}/take-back", views.take_back_answers, name="round-take-back"),
    path(f"{ANSWER}/history/<str:cell>", views.history_of_cell, name="round-cell"),
    *record_urls(ROUND),
    *record_urls(RETURN),
]
