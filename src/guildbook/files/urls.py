"""URLs of the files area."""

from django.urls import path

from guildbook.files.views import file, send, take_out

urlpatterns = [
    path("files/to/<slug:kind>/<slug:key>", send, name="file-send"),
    path("files/<int:number>/withdraw", take_out, name="file-withdraw"),
    path("files/<int:number>/<str:name>", file, name="file"),
]
