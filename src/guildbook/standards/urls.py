"""URLs of the standards area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.standards import views
from guildbook.standards.records import ADOPTION, ALIGNMENT, STANDARD

urlpatterns = [
    path("standards/<slug:key>/items", views.items_page, name="standard-items"),
    path("standards/<slug:key>/items/<slug:identifier>", views.item_page, name="standard-item"),
    path("standards/<slug:key>/align", views.align_page, name="standard-align"),
    path("standards/<slug:key>/compare", views.compare_page, name="standard-compare"),
    path("alignments/<slug:key>/review", views.review_match, name="alignment-review"),
    path("alignments/<slug:key>/confirm", views.confirm_many, name="alignment-confirm"),
    path("alignments/<slug:key>/compute", views.compute, name="alignment-compute"),
    path("alignments/<slug:key>/state", views.change_state, name="alignment-state"),
    path("alignments/<slug:key>/as", views.review_as, name="alignment-as"),
    *record_urls(STANDARD, page=views.standard_page),
    *record_urls(ALIGNMENT, page=views.alignment_page),
    *record_urls(ADOPTION),
]
