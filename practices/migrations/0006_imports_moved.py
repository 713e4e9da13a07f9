"""Runs and their rows go down to the foundation, where every room keeps its own."""

from django.db import migrations

RUN = "token, state, file, file_name, source, mapping, total, done, report, problem, at, beat, by_id, id"
ROW = "number, status, title, remarks, lacks, digest, cells, contribution_id, run_id, id"
MOVE = [
    f"INSERT INTO imports_importrun (kind, {RUN}) SELECT 'practice', {RUN} FROM practices_importrun",
    f"INSERT INTO imports_importrow (found, {ROW}) SELECT '{{}}', {ROW} FROM practices_importrow",
    *(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
        for table in ("imports_importrun", "imports_importrow")
    ),
    # A table with foreign keys still to be checked cannot be dropped.
    "SET CONSTRAINTS ALL IMMEDIATE",
]


class Migration(migrations.Migration):
    dependencies = [("practices", "0005_imports"), ("imports", "0001_initial")]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel(name="ImportRow"),
        migrations.DeleteModel(name="ImportRun"),
    ]
