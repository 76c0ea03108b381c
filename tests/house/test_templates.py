"""Templates obey the strict content policy, and none is left over."""

import re

import pytest

from house.tree import SOURCE, shown

TEMPLATES = sorted((SOURCE / "templates").rglob("*.html"))
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=|\shx-on|javascript:|\|\s*safe\b", re.IGNORECASE
)


def inline(text):
    return [hit.group().strip() for hit in INLINE.finditer(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_no_inline_script_style_or_unescaped_text(path):
    assert inline(path.read_text()) == []


@pytest.mark.parametrize(
    "text",
    ["<script>go()</script>", '<p style="x">', "<style>", '<a onclick="x">', "{{ text|safe }}", '<p hx-on:click="x">'],
)
def test_inline_parts_would_be_found(text):
    assert inline(text)


def test_scripts_of_the_site_pass():
    assert inline('<script src="/static/site.js" defer></script><a data-on="x" class="style">') == []


def left_over(names, texts):
    return [name for name in names if not any(f'"{name}"' in text or f"'{name}'" in text for text in texts)]


def test_no_template_is_left_over():
    names = [path.relative_to(SOURCE / "templates").as_posix() for path in TEMPLATES]
    texts = [path.read_text() for path in (*TEMPLATES, *SOURCE.rglob("*.py"))]
    assert left_over(names, texts) == []


def test_a_left_over_template_would_be_found():
    assert left_over(["units/unit.html", "old.html"], ['render(request, "units/unit.html")']) == ["old.html"]
