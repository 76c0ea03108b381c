from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kit", "0002_who_changes_act_for")]

    operations = [
        migrations.AddIndex(model_name="change", index=models.Index(fields=["body", "-at"], name="changes_for_body")),
    ]
