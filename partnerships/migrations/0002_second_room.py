"""The minimal tables that practices pointed to give way to those of the room."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0001_initial"), ("practices", "0007_shared_listing")]
    operations = [
        migrations.DeleteModel("Partnership"),
        migrations.DeleteModel("Actor"),
        migrations.DeleteModel("Funding"),
    ]
