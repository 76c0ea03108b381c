"""Letters for staff: what waits, what failed and why, and a button to try again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guildbook.kit.actors import actor_of
from guildbook.kit.format import day_text, number_text
from guildbook.notices.actions import try_again
from guildbook.notices.models import LetterState
from guildbook.notices.queries import held_up, letter_of, letters, letters_counted

EACH = 100


@login_required
@require_safe
def letters_page(request: HttpRequest) -> HttpResponse:
    """The outbox, those that failed before all others."""
    actor = actor_of(request)
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book see its letters."))
    asked = request.GET.get("state", "")
    state = asked if asked in LetterState.values else ""
    page = Paginator(letters(actor, state), EACH).get_page(request.GET.get("page"))
    counted = letters_counted(actor)
    tabs = [
        {
            "label": label,
            "url": f"/notices/letters?state={value}",
            "current": value == state,
            "count": number_text(counted.get(value, 0)),
        }
        for value, label in LetterState.choices
    ]
    whole = {
        "label": _("All"),
        "url": "/notices/letters",
        "current": not state,
        "count": number_text(sum(counted.values())),
    }
    rows = [
        {
            "pk": letter.pk,
            "when": f"{day_text(timezone.localtime(letter.at).date())} {timezone.localtime(letter.at):%H:%M}",
            "address": letter.address,
            "subject": letter.subject,
            "lang": letter.language,
            "state": letter.get_state_display(),
            "attempts": number_text(letter.attempts),
            "error": letter.error,
            "again": letter.state in (LetterState.FAILED, LetterState.GIVEN_UP),
        }
        for letter in page.object_list
    ]
    context = {
        "rows": rows,
        "tabs": [whole, *tabs],
        "held_up": held_up(actor),
        "wrong": counted.get(LetterState.FAILED, 0) + counted.get(LetterState.GIVEN_UP, 0),
        "earlier": f"?state={state}&page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "notices/letters.html", context)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a letter sent with the next round."""
    letter = letter_of(actor_of(request), pk)
    if letter is None:
        raise Http404(_("There is no such letter."))
    try_again(letter)
    messages.success(request, _("The letter will be sent with the next round."))
    return redirect("/notices/letters")
