"""Former addresses join those of the other lists; links to the directory's first, minimal tables
are let go (the names stay in the texts) before these tables are made anew."""

from django.db import migrations

KEEP_ADDRESSES = """
INSERT INTO listing_oldaddress (kind, slug, row_id)
SELECT 'practice', slug, practice_id FROM practices_oldslug
"""


class Migration(migrations.Migration):
    dependencies = [("practices", "0006_imports_moved"), ("listing", "0003_oldaddress")]
    operations = [
        migrations.RunSQL(KEEP_ADDRESSES, migrations.RunSQL.noop),
        migrations.DeleteModel("OldSlug"),
        migrations.RemoveField("practice", "partnership"),
        migrations.RemoveField("partner", "actor"),
        migrations.RemoveField("fundingline", "funding"),
    ]
