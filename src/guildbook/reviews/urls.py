"""URLs of the reviews area: form, history and ways back of every kind of record, proposals, one's desk."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path

from guildbook.kit.naming import has_names
from guildbook.kit.record_types import RecordType, record_types
from guildbook.reviews.views import desk, editing, history, offering, proposals


def _of(kind: RecordType) -> list[URLPattern]:
    plural, name = kind.plural, kind.name

    def face(view: Callable[..., HttpResponse]) -> Any:
        return partial(view, kind)

    found = [
        path(f"{plural}/new", face(editing.edit), name=f"{name}-new"),
        path(f"{plural}/<slug:key>/edit", face(editing.edit), name=f"{name}-edit"),
        path(f"{plural}/<slug:key>/settle", face(history.settle), name=f"{name}-settle"),
        path(f"{plural}/<slug:key>/history", face(history.history), name=f"{name}-history"),
        path(f"{plural}/<slug:key>/undo/<int:change>", face(history.undo_change), name=f"{name}-undo"),
        path(f"{plural}/<slug:key>/set-back/<int:change>", face(history.set_back), name=f"{name}-set-back"),
    ]
    # Names that a finder of the kind's own area matches across scripts are offered there.
    return found if has_names(kind.model) else [*found, path(f"named/{plural}", face(offering.records_offered))]


urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("dated", offering.date_read, name="date-read"),
    path("reviews/", proposals.queue, name="reviews"),
    path("reviews/<int:pk>", proposals.proposal_page, name="review"),
    path("reviews/<int:pk>/decide", proposals.decide, name="review-decide"),
    path("reviews/<int:pk>/withdraw", proposals.withdraw_proposal, name="review-withdraw"),
    path("reviews/<int:pk>/edit", proposals.edit_proposal, name="review-edit"),
    *(pattern for kind in record_types() for pattern in _of(kind)),
]
