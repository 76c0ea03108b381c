"""The page of notices: what is new first, each a link to the thing it speaks of."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guildbook.accounts.models import User
from guildbook.kit.format import day_text
from guildbook.notices.actions import mark_read
from guildbook.notices.models import Notice
from guildbook.notices.queries import notice_of, notices_of, said, unread_count
from guildbook.notices.registry import kind_named

EACH = 50


def signed_in(request: HttpRequest) -> User:
    """The person behind a request to a page that only people with an account reach."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("this page asks people to sign in first")
    return user


@login_required
@require_safe
def notices_page(request: HttpRequest) -> HttpResponse:
    """What the person was told, unread first."""
    user = signed_in(request)
    page = Paginator(notices_of(user.pk), EACH).get_page(request.GET.get("page"))
    context = {
        "rows": [_row(notice) for notice in page.object_list],
        "unread": unread_count(user.pk),
        "earlier": f"?page={page.next_page_number()}" if page.has_next() else "",
        "later": f"?page={page.previous_page_number()}" if page.has_previous() else "",
    }
    return render(request, "notices/notices.html", context)


def _row(notice: Notice) -> dict[str, Any]:
    kind = kind_named(notice.kind)
    return {
        "pk": notice.pk,
        "text": said(notice) or (str(kind.label) if kind else _("A notice of an earlier version")),
        "label": str(kind.label) if kind else "",
        "when": day_text(timezone.localtime(notice.at).date()),
        "stamp": notice.at.date().isoformat(),
        "unread": notice.read_at is None,
    }


@login_required
@require_safe
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what a notice speaks of; it counts as read then."""
    user = signed_in(request)
    notice = notice_of(user.pk, pk)
    if notice is None:
        raise Http404(_("There is no such notice."))
    if request.method == "GET":
        mark_read(user.pk, pk)
    own = url_has_allowed_host_and_scheme(notice.url, allowed_hosts=None)
    return redirect(notice.url if notice.url and own else "/notices/")


@login_required
@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    """Note that the person has seen everything."""
    mark_read(signed_in(request).pk)
    return redirect("/notices/")
