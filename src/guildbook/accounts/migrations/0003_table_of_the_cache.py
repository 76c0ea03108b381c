from typing import Any

from django.core.management import call_command
from django.db import migrations


def make_table(apps: Any, schema_editor: Any) -> None:
    """Make the table of the shared cache (settings.CACHES), which no model describes."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_name_and_language")]

    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
