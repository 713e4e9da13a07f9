"""A deleted row leaves no stamp behind: the database itself starts another epoch."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION public.aict_listing_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.listing_clock SET epoch = epoch + 1 WHERE kind = TG_ARGV[0];
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("listing", "0001_initial")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION public.aict_listing_forget()"),
    ]
