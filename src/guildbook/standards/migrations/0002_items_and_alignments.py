import hashlib
from typing import Any

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


def identify(apps: Any, schema_editor: Any) -> None:
    """Items entered before identifiers existed get one; made as new ones are, of what they say."""
    taken = set()
    for item in apps.get_model("standards", "StandardItem").objects.select_related("standard").iterator():
        salt = 0
        while not item.identifier:
            said = f"{item.standard.key}\0{item.version}\0{item.number}\0{item.text}\0{salt}"
            made = "i" + hashlib.sha256(said.encode()).hexdigest()[:11]
            salt += 1
            if (item.standard_id, made) not in taken:
                taken.add((item.standard_id, made))
                item.identifier = made
        item.save(update_fields=["identifier"])


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_merges"),
        ("standards", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Alignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        max_length=120,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "A key is lower-case Latin letters, digits and single hyphens.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                            ("superseded", "superseded"),
                        ],
                        default="published",
                        max_length=12,
                        verbose_name="publication",
                    ),
                ),
                ("superseded_by", models.CharField(blank=True, max_length=120, verbose_name="superseded by")),
                ("since", models.CharField(blank=True, max_length=40, verbose_name="since")),
                ("until", models.CharField(blank=True, max_length=40, verbose_name="until")),
                ("since_day", models.DateField(db_index=True, editable=False, null=True)),
                ("until_day", models.DateField(db_index=True, editable=False, null=True)),
                ("note", models.JSONField(blank=True, default=dict, verbose_name="note")),
                ("search_text", models.TextField(blank=True, default="", editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("from_version", models.CharField(max_length=40, verbose_name="from the version")),
                ("to_version", models.CharField(max_length=40, verbose_name="to the version")),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "proposed"), ("in-review", "in review"), ("confirmed", "confirmed")],
                        default="proposed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("from_items", models.PositiveIntegerField(default=0, verbose_name="items of the first")),
                ("from_covered", models.PositiveIntegerField(default=0, verbose_name="items of the first covered")),
                ("to_items", models.PositiveIntegerField(default=0, verbose_name="items of the second")),
                ("to_covered", models.PositiveIntegerField(default=0, verbose_name="items of the second covered")),
                ("computing", models.CharField(blank=True, default="", editable=False, max_length=10)),
                ("computed", models.PositiveIntegerField(default=0, editable=False)),
                ("to_compute", models.PositiveIntegerField(default=0, editable=False)),
                ("computed_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "alignment",
                "verbose_name_plural": "alignments",
                "ordering": ("key",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AlignmentMatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveIntegerField(default=0, editable=False)),
                ("from_item", models.CharField(max_length=40, verbose_name="item of the first")),
                ("to_item", models.CharField(max_length=40, verbose_name="item of the second")),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("exact", "the same"),
                            ("broader", "broader"),
                            ("narrower", "narrower"),
                            ("related", "related"),
                        ],
                        default="exact",
                        max_length=10,
                        verbose_name="relation",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("confirmed", "confirmed"), ("to-review", "to be reviewed"), ("rejected", "rejected")],
                        default="confirmed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("score", models.FloatField(blank=True, null=True, verbose_name="score")),
                ("confirmed_by", models.CharField(blank=True, max_length=150, verbose_name="reviewed by")),
                ("confirmed_on", models.CharField(blank=True, max_length=40, verbose_name="reviewed on")),
                ("texts", models.CharField(blank=True, max_length=64, verbose_name="hash of the texts")),
                ("carried_from", models.CharField(blank=True, max_length=120, verbose_name="carried over from")),
                ("note", models.JSONField(blank=True, default=dict, verbose_name="note")),
            ],
            options={
                "verbose_name": "match",
                "ordering": ("order", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AlignmentProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_item", models.CharField(max_length=40)),
                ("to_item", models.CharField(max_length=40)),
                ("score", models.FloatField()),
                ("further", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("alignment", "pk"),
            },
        ),
        migrations.AddField(
            model_name="adoption",
            name="localised_version",
            field=models.CharField(blank=True, max_length=40, verbose_name="localised version"),
        ),
        migrations.AddField(
            model_name="standard",
            name="nature",
            field=models.CharField(
                blank=True, choices=[("example", "example, not in force")], max_length=10, verbose_name="nature"
            ),
        ),
        migrations.AddField(
            model_name="standarditem",
            name="identifier",
            field=models.CharField(blank=True, max_length=40, verbose_name="identifier"),
        ),
        migrations.RunPython(identify, migrations.RunPython.noop),
        migrations.AddField(
            model_name="standarditem",
            name="kind",
            field=models.CharField(
                choices=[
                    ("duty", "duty"),
                    ("task", "task"),
                    ("competence", "competence"),
                    ("knowledge", "knowledge"),
                    ("other", "other item"),
                ],
                default="other",
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="standarditem",
            name="parent",
            field=models.CharField(blank=True, max_length=20, verbose_name="part of"),
        ),
        migrations.AddField(
            model_name="standardversion",
            name="localised_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="localised_by",
                to="standards.standard",
                verbose_name="of the standard",
            ),
        ),
        migrations.AddField(
            model_name="standardversion",
            name="localises",
            field=models.CharField(blank=True, max_length=40, verbose_name="localises version"),
        ),
        migrations.AddIndex(
            model_name="standarditem",
            index=models.Index(fields=["standard", "version"], name="item_of_version"),
        ),
        migrations.AddField(
            model_name="alignment",
            name="from_standard",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="alignments_from",
                to="standards.standard",
                verbose_name="from the standard",
            ),
        ),
        migrations.AddField(
            model_name="alignment",
            name="steward",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.organisation",
                verbose_name="steward",
            ),
        ),
        migrations.AddField(
            model_name="alignment",
            name="to_standard",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="alignments_to",
                to="standards.standard",
                verbose_name="to the standard",
            ),
        ),
        migrations.AddField(
            model_name="adoption",
            name="alignment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adoptions",
                to="standards.alignment",
                verbose_name="alignment",
            ),
        ),
        migrations.AddField(
            model_name="alignmentmatch",
            name="alignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="matches", to="standards.alignment"
            ),
        ),
        migrations.AddField(
            model_name="alignmentmatch",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.organisation",
                verbose_name="for the organisation",
            ),
        ),
        migrations.AddField(
            model_name="alignmentproposal",
            name="alignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="proposals", to="standards.alignment"
            ),
        ),
    ]
