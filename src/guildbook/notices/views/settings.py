"""How a person wants to be told, and the way out that needs no signing in."""

from typing import Any
from zoneinfo import available_timezones

from babel.core import Locale
from babel.dates import get_timezone_location
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from guildbook.kit.texts import current_tag
from guildbook.notices.actions import choose, stop_letters
from guildbook.notices.models import MailSetting, Rhythm
from guildbook.notices.queries import setting_by_token, setting_of
from guildbook.notices.registry import notice_kinds
from guildbook.notices.views.notices import signed_in

# Where members of such alliances are; whoever is elsewhere finds a city of the same hour.
ZONES = """Asia/Shanghai Asia/Ho_Chi_Minh Asia/Bangkok Asia/Vientiane Asia/Phnom_Penh Asia/Yangon Asia/Kuala_Lumpur
Asia/Jakarta Asia/Makassar Asia/Jayapura Asia/Singapore Asia/Brunei Asia/Manila Asia/Dili Asia/Tokyo Asia/Seoul
Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Karachi Asia/Tashkent Asia/Almaty Asia/Dubai Europe/Moscow Europe/Berlin
Europe/London Africa/Nairobi Africa/Lagos Africa/Cairo Africa/Johannesburg America/New_York America/Sao_Paulo
Australia/Sydney Pacific/Auckland UTC""".split()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """When and of what the person gets letters."""
    user = signed_in(request)
    setting, faults = setting_of(user), []
    if request.method == "POST":
        sent = request.POST
        shown = set(sent.getlist("kind"))
        muted = [kind.name for kind in notice_kinds() if kind.name not in shown]
        hour, zone = sent.get("hour", ""), sent.get("zone", "")
        if not hour.isdecimal() or len(hour) > 2 or zone not in available_timezones():
            faults.append(_("Choose an hour and a time zone from the lists."))
        else:
            try:
                choose(user, sent.get("rhythm", ""), int(hour), zone, muted)
            except ValidationError as error:
                faults += error.messages
            else:
                messages.success(request, _("Your choice is kept."))
                return redirect("/notices/settings")
    context = {"fields": _fields(setting), "kinds": _kinds(setting), "faults": faults, "address": user.email}
    return render(request, "notices/settings.html", context, status=422 if faults else 200)


def _fields(setting: MailSetting) -> list[dict[str, Any]]:
    locale = Locale.parse(current_tag(), sep="-")
    zones = sorted(
        ((zone, get_timezone_location(zone, locale=locale)) for zone in {*ZONES, setting.zone}),
        key=lambda pair: pair[1],
    )
    hours = [(str(hour), f"{hour:02}:00") for hour in range(24)]
    rhythms = [(value, str(label)) for value, label in Rhythm.choices]
    return [
        {"name": "rhythm", "label": _("Letters"), "kind": "select", "options": rhythms, "value": setting.rhythm},
        {"name": "hour", "label": _("Hour"), "kind": "select", "options": hours, "value": str(setting.hour)},
        {"name": "zone", "label": _("Time zone"), "kind": "select", "options": zones, "value": setting.zone},
    ]


def _kinds(setting: MailSetting) -> list[dict[str, Any]]:
    return [
        {
            "name": "kind",
            "id": f"kind-{kind.name}",
            "key": kind.name,
            "label": str(kind.label),
            "on": kind.name not in setting.muted,
            "urgent": kind.urgent,
        }
        for kind in notice_kinds()
    ]


@csrf_exempt  # mail programs press the button themselves (RFC 8058), without having seen a page of ours
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End a person's letters; whoever holds the link may, signed in or not. A wrong link gets the same answer."""
    setting = setting_by_token(token)
    pressed = request.method == "POST"
    if pressed and setting is not None:
        stop_letters(setting)
    return render(request, "notices/unsubscribe.html", {"done": pressed})
