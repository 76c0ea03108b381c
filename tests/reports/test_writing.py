"""The grammar of insertions, and a text as blocks with figures in their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.reports.writing import plain_text, read_body, read_insertion
from guildbook.reports.writing.insertions import InsertionError


def faults(text):
    return [(fault.line, fault.column, fault.message) for fault in read_body(text).faults]


@pytest.mark.parametrize(
    ("written", "name", "form"),
    [
        ("members", "members", "number"),
        ("members of alliance:guild", "members of alliance:guild", "number"),
        (" members  at 2025 of alliance:guild ", "members of alliance:guild at 2025", "number"),
        ("members as sentence", "members", "sentence"),
        ("members in role=member,kind=school", "members in kind=school, role=member", "number"),
        ("members in kind=school, role=member at 2025-06", "members at 2025-06 in kind=school, role=member", "number"),
        ("members by country", "members by country", "table"),
        ("members by country as bars", "members by country", "bars"),
        ("members over 2021-2025", "members over 2021-2025", "line"),
        ("members over 2021–2025 as table", "members over 2021-2025", "table"),
    ],
)
def test_insertions_are_read_in_any_order_of_clauses(written, name, form):
    made = read_insertion(written)
    assert (made.name, made.form) == (name, form)
    assert read_insertion(made.written[2:-2]) == made


@pytest.mark.parametrize(
    ("written", "at", "said"),
    [
        ("", 0, "name a figure"),
        ("Members of x", 0, "not the key of an indicator"),
        ("members off guild", 8, "perhaps it means “of”"),
        ("members of", 8, "something is missing"),
        ("members of at 2025", 8, "something is missing"),
        ("members of Guild!", 11, "not a subject"),
        ("members at soon", 11, "not a date"),
        ("members at 2025 at 2024", 16, "said twice"),
        ("members in kind", 11, "narrows nothing"),
        ("members in kind=a, kind=b", 11, "said twice"),
        ("members over 2025-2021", 13, "no span of years"),
        ("members as pie", 11, "there are number, sentence, table, bars, line"),
        ("members as bars", 0, "need “by” or “over”"),
        ("members as line", 0, "needs years"),
        ("members by country over 2020-2025", 0, "choose “by” or “over”"),
        ("members at 2025 over 2020-2025", 0, "leave “at” out"),
        ("members by country as number", 0, "not broken down"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(written, at, said):
    with pytest.raises(InsertionError) as error:
        read_insertion(written)
    assert said in str(error.value)
    assert error.value.at == at


def test_faults_name_line_and_column():
    text = "# A title\n\nWe have {{members}} and **{{members off x}}**.\n\nAt the end {{members"
    assert [(line, column) for line, column, __ in faults(text)] == [(3, 37), (5, 12)]
    assert faults("{{members by country}}") == []


def test_a_chart_stands_in_a_paragraph_of_its_own():
    assert [block.kind for block in read_body("a\n\n{{members by country}}\n\nb").blocks] == [
        "paragraph",
        "figure",
        "paragraph",
    ]
    found = faults("Members: {{members by country}}")
    assert found[0][:2] == (1, 10)
    assert "paragraph of its own" in found[0][2]


def test_code_shows_braces_and_html_is_only_text():
    body = read_body("Write `{{members}}`.\n\n    {{members}}\n\n<script>go()</script> ![x](http://x/y.png)")
    assert body.insertions == ()
    assert body.faults == ()
    text = plain_text("", body, str).text
    assert "{{members}}" in text
    assert "<script>go()</script>" in text
    kinds = {span.kind for block in body.blocks for span in block.spans}
    assert kinds <= {"text", "code", "link", "break"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_links_lead_to_no_script(address):
    body = read_body(f"[press]({address})")
    assert all(span.kind == "text" for block in body.blocks for span in block.spans)


def test_a_figure_is_not_hidden_in_the_address_of_a_link():
    assert "address of a link" in faults("[a](http://example.org/{{members}})")[0][2]


def test_lists_tables_and_quotes_keep_their_shape():
    text = "1. one {{members}}\n2. two\n   - inner\n\n> said\n\n| a | b |\n|---|---|\n| {{members}} | 2 |\n"
    body = read_body(text)
    listed, quote, table = body.blocks
    assert (listed.kind, listed.ordered, [item.kind for item in listed.blocks]) == ("list", True, ["item", "item"])
    assert quote.kind == "quote"
    assert [[cell.kind for cell in row.blocks] for row in table.blocks] == [["head", "head"], ["cell", "cell"]]
    assert [(one.line, one.column) for one in body.insertions] == [(1, 8), (9, 3)]


def test_plain_text_knows_where_figures_stand():
    made = plain_text("A title", read_body("We have {{members}} here.\n\n{{members by country}}"), lambda n: f"<{n}>")
    assert made.text == "A title\n\nWe have <0> here.\n\n<1>"
    assert [made.text[start:end] for start, end, __ in made.figures] == ["<0>", "<1>"]
    assert (made.paragraph(3), made.paragraph(made.figures[0][0]), made.paragraph(made.figures[1][0])) == (1, 2, 3)
    assert made.sentence(*made.figures[0][:2]) == "We have <0> here."


@given(st.text(alphabet="{}members of=at2025|`*_-#> \n\ue000\ue0011"))
def test_any_text_is_read_without_failing(text):
    body = read_body(text)
    assert plain_text("t", body, lambda n: f"[{n}]").text is not None
    for fault in body.faults:
        assert 1 <= fault.line <= text.count("\n") + 1
