"""The pages of the rounds area."""

from guildbook.rounds.views.answering import answer_page, history_of_cell, save_cell, submit_page, take_back_answers

__all__ = ["answer_page", "history_of_cell", "save_cell", "submit_page", "take_back_answers"]
