"""Reports belong to any published page: they go to the foundation with what was signalled."""

from django.db import migrations

MOVE = """
INSERT INTO listing_report (contribution_id, reason, message, at, handled_at)
SELECT p.contribution_id, r.reason, r.message, r.at, r.handled_at
FROM practices_report r JOIN practices_practice p ON p.id = r.practice_id
"""


class Migration(migrations.Migration):
    dependencies = [("practices", "0008_second_room"), ("listing", "0004_report")]
    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("Report"),
    ]
