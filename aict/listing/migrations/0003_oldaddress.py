from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("listing", "0002_forget_deleted")]
    operations = [
        migrations.CreateModel(
            name="OldAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("slug", models.SlugField(max_length=120)),
                ("row_id", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "slug"), name="old_address_once")
                ],
            },
        ),
    ]
