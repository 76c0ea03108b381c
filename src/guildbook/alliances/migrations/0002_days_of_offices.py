# Offices grant rights from day to day, so the database must compare their terms.

import datetime as dt
from typing import Any

from django.db import migrations, models
from edtf import parse_edtf


def fill_days(apps: Any, schema_editor: Any) -> None:
    for office in apps.get_model("alliances", "Office").objects.exclude(since="", until=""):
        office.since_day = _bound(office.since, "lower_strict")
        office.until_day = _bound(office.until, "upper_strict")
        office.save(update_fields=["since_day", "until_day"])


def _bound(text: str, side: str) -> dt.date | None:
    if not text:
        return None
    moment = getattr(parse_edtf(text), side)()
    return None if isinstance(moment, float) else dt.date(moment[0], moment[1], moment[2])


class Migration(migrations.Migration):
    dependencies = [
        ("alliances", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="office",
            name="since_day",
            field=models.DateField(db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="office",
            name="until_day",
            field=models.DateField(db_index=True, editable=False, null=True),
        ),
        migrations.RunPython(fill_days, migrations.RunPython.noop, elidable=True),
    ]
