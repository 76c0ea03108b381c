"""Texts in many languages: which one to show, and in which language it then stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

# Django writes zh-hans, BCP 47 and our data write zh-Hans.
TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


@dataclass(frozen=True)
class Text:
    """A text and the BCP 47 tag of the language it stands in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def current_tag() -> str:
    """BCP 47 tag of the interface's language."""
    code = get_language() or "en"
    return TAGS.get(code, code)


def pick(texts: Mapping[str, str], tag: str = "") -> Text:
    """The text in the wanted language, else in English, else in the one it was written in; empty if there is none."""
    wanted = tag or current_tag()
    for choice in (wanted, wanted.split("-")[0], "en"):
        if choice in texts:
            return Text(texts[choice], choice)
    for choice, text in texts.items():
        return Text(text, choice)
    return Text("", wanted)


def join_labels(separator: str, *labels: Mapping[str, str]) -> dict[str, str]:
    """One label out of several, in every language that any of them has; each falls back for itself."""
    tags = dict.fromkeys(tag for label in labels for tag in label)
    return {tag: separator.join(text for label in labels if (text := pick(label, tag).text)) for tag in tags}
