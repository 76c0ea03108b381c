"""The pages of the rounds area."""

from guildbook.rounds.views.answering import answer_page, history_of_cell, save_cell, submit_page, take_back_answers
from guildbook.rounds.views.deciding import submission_page
from guildbook.rounds.views.desk import desk_page, step_round, with_many
from guildbook.rounds.views.rates import rates_workbook
from guildbook.rounds.views.workbook import download_form, send_form

__all__ = [
    "answer_page",
    "desk_page",
    "download_form",
    "history_of_cell",
    "rates_workbook",
    "save_cell",
    "send_form",
    "step_round",
    "submission_page",
    "submit_page",
    "take_back_answers",
    "with_many",
]
