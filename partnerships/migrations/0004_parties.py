"""A partnership links one French territory at least to one abroad at least: checked at commit,
because the parties are written after the partnership."""

from django.db import migrations

CREATE = """
CREATE FUNCTION public.partnership_parties() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted bigint;
  abroad integer;
  french integer;
BEGIN
  IF TG_TABLE_NAME = 'partnerships_partnership' THEN
    wanted := NEW.id;
  ELSE
    wanted := OLD.partnership_id;
  END IF;
  IF NOT EXISTS (SELECT FROM public.partnerships_partnership WHERE id = wanted) THEN
    RETURN NULL;
  END IF;
  SELECT count(*) FILTER (WHERE t.level = 'etranger'), count(*) FILTER (WHERE t.level <> 'etranger')
    INTO abroad, french
    FROM public.partnerships_partnership_parties p JOIN public.territories_territory t ON t.id = p.territory_id
   WHERE p.partnership_id = wanted;
  IF abroad = 0 OR french = 0 THEN
    RAISE EXCEPTION 'Un partenariat lie au moins un territoire français et un territoire étranger.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'partnership_has_both_sides';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER partnership_has_both_sides AFTER INSERT ON partnerships_partnership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.partnership_parties();
CREATE CONSTRAINT TRIGGER partnership_keeps_both_sides AFTER UPDATE OR DELETE ON partnerships_partnership_parties
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.partnership_parties();
"""
DROP = """
DROP TRIGGER partnership_has_both_sides ON partnerships_partnership;
DROP TRIGGER partnership_keeps_both_sides ON partnerships_partnership_parties;
DROP FUNCTION public.partnership_parties();
"""


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0003_rooms_tables")]
    operations = [migrations.RunSQL(CREATE, DROP)]
