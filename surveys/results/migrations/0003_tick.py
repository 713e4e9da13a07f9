"""Who counts the answers of a closed survey is told when they change, whatever changed them."""

from django.db import migrations

SQL = """
CREATE FUNCTION survey_answers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changed c JOIN public.surveys_survey s ON s.id = c.survey_id
               WHERE s.state IN ('closed', 'published')) THEN
        INSERT INTO public.listing_clock (kind, stamp, epoch) VALUES ('survey', 1, (random() * 1000000000000)::bigint)
        ON CONFLICT (kind) DO UPDATE SET stamp = public.listing_clock.stamp + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER survey_answers_added AFTER INSERT ON surveys_codedresponse
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION survey_answers_changed();
CREATE TRIGGER survey_answers_edited AFTER UPDATE ON surveys_codedresponse
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION survey_answers_changed();
CREATE TRIGGER survey_answers_removed AFTER DELETE ON surveys_codedresponse
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION survey_answers_changed();
"""
UNDO = """
DROP TRIGGER survey_answers_added ON surveys_codedresponse;
DROP TRIGGER survey_answers_edited ON surveys_codedresponse;
DROP TRIGGER survey_answers_removed ON surveys_codedresponse;
DROP FUNCTION survey_answers_changed();
"""


class Migration(migrations.Migration):
    dependencies = [("results", "0002_counted"), ("listing", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO)]
