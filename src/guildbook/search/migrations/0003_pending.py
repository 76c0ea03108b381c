from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index")]

    operations = [
        migrations.CreateModel(
            name="Pending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("record_id", models.BigIntegerField()),
                ("spelt", models.TextField(default="")),
            ],
            options={"verbose_name": "record to be found soon"},
        ),
    ]
