"""What a report's text is made of: CommonMark with figures inserted by name; pure, no database."""

from guildbook.reports.writing.blocks import Block, Body, Span, read_body
from guildbook.reports.writing.insertions import BLOCK_FORMS, FORMS, Insertion, WritingFault, read_insertion
from guildbook.reports.writing.plain import PlainText, plain_text

__all__ = [
    "BLOCK_FORMS",
    "FORMS",
    "Block",
    "Body",
    "Insertion",
    "PlainText",
    "Span",
    "WritingFault",
    "plain_text",
    "read_body",
    "read_insertion",
]
