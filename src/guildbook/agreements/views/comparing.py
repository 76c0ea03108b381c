"""Two texts of an agreement beside each other: what changed in one language, or paragraphs that answer in two."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.agreements.matching import differences, paragraphs, side_by_side
from guildbook.agreements.models import Agreement, AgreementVersion
from guildbook.agreements.models.agreement import TextStanding
from guildbook.agreements.queries import visible_agreements
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import is_broken
from guildbook.faces.details import language_name, link, url_of
from guildbook.faces.views import record_or_404
from guildbook.kit.actors import Actor, actor_of

Texts = dict[str, tuple[str, AgreementVersion]]


def compare(request: HttpRequest, key: str) -> HttpResponse:
    """Any two texts of an agreement, or of what it renews or amends, side by side."""
    actor = actor_of(request)
    agreement = record_or_404(AGREEMENT, actor, key)
    texts = texts_of(actor, agreement)
    left, right = chosen(texts, request.GET.get("left", ""), request.GET.get("right", ""))
    context: dict[str, Any] = {
        "title": link(agreement),
        "url": url_of(agreement),
        "options": [(name, label) for name, (label, __) in texts.items()],
        "left": left,
        "right": right,
    }
    if left and right:
        context |= compared(texts[left], texts[right])
    return render(request, "agreements/compare.html", context)


def texts_of(actor: Actor, agreement: Agreement) -> Texts:
    """The texts that can be compared, by the name they have in the address; those of earlier agreements come first."""
    texts: Texts = {}
    for earlier in (agreement.renews, agreement.amends):
        if earlier is not None and visible_agreements(actor).filter(pk=earlier.pk).exists():
            label = str(earlier)
            held = earlier.versions.exclude(text="")
            texts |= {f"{earlier.key}.{name(one)}": (f"{label}: {label_of(one)}", one) for one in held}
    return texts | {name(one): (label_of(one), one) for one in agreement.versions.exclude(text="")}


def name(version: AgreementVersion) -> str:
    """A version in an address: 2-zh-Hans."""
    return f"{version.number}-{version.language}"


def label_of(version: AgreementVersion) -> str:
    """A version in words."""
    return _("Version %(n)s, %(language)s") % {"n": version.number, "language": language_name(version.language)}


def chosen(texts: Texts, left: str, right: str) -> tuple[str, str]:
    """The texts asked for; else the newest with the one before it in its language, or with its authoritative text."""
    names = list(texts)
    if len(names) < 2:
        return "", ""
    if right not in texts:
        right = names[-1]
    if left not in texts:
        here = texts[right][1]
        others = [one for one in names if one != right]
        same = [one for one in others if texts[one][1].language == here.language]
        beside = [one for one in others if texts[one][1].number == here.number]
        decides = [one for one in beside if texts[one][1].standing == TextStanding.AUTHENTIC]
        left = (same or decides or beside or others)[-1]
    return left, right


def compared(left: tuple[str, AgreementVersion], right: tuple[str, AgreementVersion]) -> dict[str, Any]:
    """What the page shows of two texts."""
    (left_label, one), (right_label, other) = left, right
    sides = [_side(left_label, one), _side(right_label, other)]
    if one.language == other.language:
        runs = differences(one.text, other.text)
        return {"sides": sides, "runs": runs, "same": all(kind == "kept" for kind, __ in runs)}
    rows = side_by_side(paragraphs(one.text), paragraphs(other.text))
    return {"sides": sides, "rows": rows}


def _side(label: str, version: AgreementVersion) -> dict[str, Any]:
    return {
        "label": label,
        "lang": version.language,
        "standing": version.get_standing_display() if version.standing else "",
        "title": version.title,
        "broken": is_broken(version),
    }
