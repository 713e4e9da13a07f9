"""A word's places in titles and leads come from an index too; long texts leave the row, so that a
list reads a third of the pages."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

NARROW = """
ALTER TABLE public.practices_practice SET (toast_tuple_target = 700);
ALTER TABLE public.practices_practice ALTER COLUMN search_lead SET STORAGE MAIN;
"""
WIDE = """
ALTER TABLE public.practices_practice RESET (toast_tuple_target);
ALTER TABLE public.practices_practice ALTER COLUMN search_lead SET STORAGE EXTENDED;
"""


class Migration(migrations.Migration):
    dependencies = [("practices", "0003_report")]
    operations = [
        migrations.AddIndex("practice", GinIndex(fields=["search_lead"], name="practice_lead")),
        migrations.RunSQL(NARROW, WIDE),
    ]
