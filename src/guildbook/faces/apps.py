"""The faces application: it brings the commands that load and export."""

from django.apps import AppConfig


class FacesConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.faces"
