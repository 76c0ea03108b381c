from typing import Any

from django.db import migrations, models


def mark_drafts(apps: Any, schema_editor: Any) -> None:
    """Changes that left a record a draft, as far as the history goes back."""
    apps.get_model("kit", "Change").objects.filter(after__status="draft").update(draft=True)


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="change",
            name="body",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="acting for"),
            preserve_default=False,
        ),
        migrations.AddField(model_name="change", name="draft", field=models.BooleanField(default=False)),
        migrations.RunPython(mark_drafts, migrations.RunPython.noop),
    ]
