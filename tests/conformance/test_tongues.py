"""Every page in every language, without a browser: it answers, says its language, and leaves no label in English."""

import re
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

from guildbook.kit.record_types import record_types
from house.tree import SOURCE
from portal.books import keep_indicators

OTHER_LANGUAGES = [code for code, __ in settings.LANGUAGES if code != "en"]
ALONE = ["/", "/map/", "/words/", "/latest/", "/sign-in", "/search/", "/search/?q=place", "/figures/", "/check"]
ASKED = [
    "/figures/members",
    "/figures/members?subject=alliance:alliance-0&at=2023-01-01",
    "/organisations/?kind=school&q=nothing+has+this",
]
LISTS = [f"/{each.plural}/" for each in record_types()]
RECORDS = [f"/{each.plural}/{each.name}-0" for each in record_types()]
OF_STAFF = [*(f"/{each.plural}/new" for each in record_types()), *(f"{url}/edit" for url in RECORDS)]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What no voice reads or what is typed; the name of a tab or of a mark on the map has no language of its own.
UNREAD = {"script", "style", "code", "pre", "textarea", "option", "title"}
SAID = ("aria-label", "placeholder", "title", "data-label", "alt")


class Reader(HTMLParser):
    """The texts of a page that stand in the page's own language, as a screen reader would take it."""

    def __init__(self, page):
        super().__init__()
        self.open = []
        self.language = ""
        self.texts = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes["lang"]
        held = self.open[-1][1] if self.open else self.language
        here = "" if tag in UNREAD else attributes.get("lang") or held
        if here == self.language:
            self.texts += [attributes[name] for name in SAID if attributes.get(name)]
        if tag not in VOID:
            self.open.append((tag, here))

    def handle_startendtag(self, tag, attrs):
        """A drawing's `<path/>`, which says nothing."""

    def handle_endtag(self, tag):
        # A `<p>` or `<li>` may end without saying so.
        places = [place for place, (name, __) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1] :]

    def handle_data(self, data):
        if data.strip() and self.open and self.open[-1][1] == self.language:
            self.texts.append(" ".join(data.split()))


def translated(code):
    """What our catalogue says in English and, differently, in the language; with the first letter small."""
    locale = to_locale(code)
    with (SOURCE / "locale" / locale / "LC_MESSAGES" / "django.po").open("rb") as file:
        messages = list(read_po(file, locale=locale))
    pairs = [
        (message.id, message.string) if isinstance(message.id, str) else (message.id[0], message.string[0])
        for message in messages
        if message.id
    ]
    same = {text.lower() for __, text in pairs}
    return {first.lower() for first, text in pairs if "%(" not in first} - same


def left(page, english):
    return [text for text in Reader(page).texts if text.strip(" :…").lower() in english or text.lower() in english]


@pytest.fixture
def full_book(book):
    keep_indicators()


def read(client, url, code):
    answer = client.get(url, headers={"Accept-Language": code}, follow=True)
    assert answer.status_code == 200, url
    assert answer["Content-Language"] == code
    page = answer.content.decode()
    assert f'<html lang="{code}">' in page
    return page


@pytest.mark.parametrize("code", OTHER_LANGUAGES)
def test_no_page_leaves_a_label_in_english(full_book, readers, code):
    english = translated(code)
    assert len(english) > 500
    found = {url: left(read(readers["public"], url, code), english) for url in [*ALONE, *ASKED, *LISTS, *RECORDS]}
    found |= {url: left(read(readers["staff"], url, code), english) for url in OF_STAFF}
    assert {url: texts for url, texts in found.items() if texts} == {}


WORDS = re.compile(r"[A-Za-z]{2,}( [a-z]{2,})+")  # Names have capitals


@pytest.mark.parametrize("code", ["th", "lo"])
def test_english_words_are_marked_as_english(full_book, readers, code):
    found = {
        url: [text for text in Reader(read(readers["public"], url, code)).texts if WORDS.search(text)]
        for url in [*ALONE, *ASKED, *LISTS, *RECORDS]
    }
    assert {url: texts for url, texts in found.items() if texts} == {}


def test_a_label_in_english_would_be_found():
    said = '<p>Members</p><p lang="en">Members</p><p title="All members">ສະມາຊິກ<br>Members:</p><script>Members</script>'
    page = f'<html lang="lo">{said}</html>'
    assert left(page, {"members", "all members"}) == ["Members", "All members", "Members:"]
