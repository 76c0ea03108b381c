"""The Jinja2 environment of all templates."""

import json
import unicodedata
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import translation
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from guildbook.accounts import menu
from guildbook.accounts.views import institutions_of
from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text, day_text, number_text, term_text


def capitalize_first(text: object) -> str:
    """Set the first letter in capitals and leave the rest: names inside a label keep theirs."""
    said = str(text)
    return said[:1].upper() + said[1:]


def own_name(code: str) -> str:
    """What a language calls itself; Django has the Vietnamese name with its marks apart from their letters."""
    return unicodedata.normalize("NFC", translation.get_language_info(code)["name_local"])


@pass_context
def languages(context: Context) -> list[tuple[str, str, str]]:
    """Code, own name and address of this page in each interface language."""
    request: HttpRequest | None = context.get("request")
    params = {name: values for name, values in request.GET.lists() if name != "lang"} if request else {}
    return [
        (code, own_name(code), f"?{urlencode({**params, 'lang': code}, doseq=True)}") for code, __ in settings.LANGUAGES
    ]


@pass_context
def account_links(context: Context) -> list[menu.Link]:
    """The menu of whoever is signed in."""
    return menu.account_links(actor_of(context["request"]))


@pass_context
def institutions(context: Context) -> list[Any]:
    """The institutions whose people may sign in."""
    return institutions_of(context["request"])


def sign_up_is_open() -> bool:
    """Whether anybody may make an account."""
    return bool(settings.SIGN_UP_IS_OPEN)


def json_text(value: object) -> str:
    """A value as JSON for an attribute; unlike Jinja's own filter it leaves quoting to the template."""
    return json.dumps(value, cls=DjangoJSONEncoder)


def environment(**options: Any) -> Environment:
    """Make the environment: gettext, static files, the language of the page, and our formats."""
    made = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=False, **options)  # noqa: S701 - Django passes autoescape=True
    made.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by jinja2.ext.i18n
    made.globals.update(static=static, languages=languages, current_language=translation.get_language)
    made.globals.update(account_links=account_links, institutions=institutions, sign_up_is_open=sign_up_is_open)
    made.filters.update(
        capitalize_first=capitalize_first,
        json_text=json_text,
        date=date_text,
        day=day_text,
        number=number_text,
        term=term_text,
    )
    return made
