"""What Django itself says on our screens is named for our catalogues: it has no Lao, and gaps elsewhere."""

from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import override

from guildbook.config import django_messages
from guildbook.kit.record_types import record_types

NAMED = [
    *django_messages.OF_FIELDS,
    *django_messages.OF_VALIDATORS,
    *django_messages.OF_ACCOUNTS,
]
# Fields of these types stand in no form and no file: the program alone writes them.
NOT_ENTERED = {"AutoField", "BigAutoField", "DateTimeField"}


def english(text):
    """The message as the code has it, whether lazy, with a plural or plain."""
    arguments, names = getattr(text, "_args", ()), getattr(text, "_kw", {})
    return names.get("singular") or (arguments[0] if arguments else str(text))


def said_by(fields):
    """Every message these fields and their validators can show."""
    for field in fields:
        yield from map(english, getattr(field, "error_messages", {}).values())
        for validator in getattr(field, "validators", ()):
            held = getattr(validator, "messages", {}) or {"": getattr(validator, "message", "")}
            yield from (english(text) for text in held.values() if text)


def models():
    """The models people enter: records and their parts."""
    for each in record_types():
        yield each.model
        yield from (each.part_model(rows) for rows in each.rows)


def said_on_screen():
    fields = [
        field
        for model in models()
        for field in model._meta.get_fields()
        if field.concrete and field.get_internal_type() not in NOT_ENTERED
    ]
    # Those of our own code are gathered where they stand; what forms of accounts say is tests/accounts/test_words.
    return set(said_by(fields)) & OWN_OF_DJANGO


def catalogue(folder):
    with (folder / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file) if message.id}


HOME = Path(django.__file__).parent
OWN_OF_DJANGO = catalogue(HOME / "conf") | catalogue(HOME / "contrib" / "auth")


def test_everything_django_says_on_our_screens_is_named():
    said = said_on_screen()
    assert len(said) > 15
    assert said - set(map(english, NAMED)) == set()


def test_nothing_is_named_that_django_does_not_say():
    assert set(map(english, NAMED)) - OWN_OF_DJANGO == set()


def test_a_field_of_a_new_type_would_be_found():
    from django.db.models import DurationField

    assert set(said_by([DurationField()])) - set(map(english, NAMED))


@pytest.mark.parametrize("code", [code for code, __ in settings.LANGUAGES if code != "en"])
def test_a_fault_found_by_django_is_told_in_the_language(code):
    def told():
        wrong = apps.get_model("directory", "Place")(key="x" * 200, latitude=91, kind="no such kind")
        with pytest.raises(ValidationError) as fault:
            wrong.clean_fields()
        return {name: list(texts) for name, texts in fault.value.message_dict.items()}

    with override("en"):
        english_texts = told()
    with override(code):
        texts = told()
    assert {"key", "latitude", "kind"} <= set(texts) == set(english_texts)
    assert [name for name in texts if set(texts[name]) & set(english_texts[name])] == []
