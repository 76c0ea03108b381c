"""The pages of the rounds area."""

from guildbook.rounds.views.answering import answer_page, history_of_cell, save_cell, submit_page, take_back_answers
from guildbook.rounds.views.deciding import submission_page
from guildbook.rounds.views.desk import desk_page, step_round, with_many
from guildbook.rounds.views.own import own_page, start_page
from guildbook.rounds.views.questions import question_page, questions_page
from guildbook.rounds.views.rates import rates_workbook
from guildbook.rounds.views.workbook import download_form, send_form

__all__ = [
    "answer_page",
    "desk_page",
    "download_form",
    "history_of_cell",
    "own_page",
    "question_page",
    "questions_page",
    "rates_workbook",
    "save_cell",
    "send_form",
    "start_page",
    "step_round",
    "submission_page",
    "submit_page",
    "take_back_answers",
    "with_many",
]
