"""What is promised to who answers is kept by the database itself."""

from django.db import migrations

FROZEN = """
CREATE FUNCTION survey_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'draft' AND (OLD.mode <> NEW.mode OR OLD.questionnaire <> NEW.questionnaire) THEN
        RAISE EXCEPTION 'survey % is open: its mode and its questions do not change', OLD.slug
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER survey_promise BEFORE UPDATE ON surveys_survey
    FOR EACH ROW EXECUTE FUNCTION survey_promise();
"""
NOBODY = """
CREATE FUNCTION survey_knows_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public.surveys_response r JOIN public.surveys_survey s ON s.id = r.survey_id
               WHERE r.id = NEW.response_id AND s.mode = 'anonyme') THEN
        RAISE EXCEPTION 'an anonymous response knows nobody' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER survey_knows_nobody BEFORE INSERT OR UPDATE ON surveys_respondent
    FOR EACH ROW EXECUTE FUNCTION survey_knows_nobody();
"""
NO_DAY = """
CREATE FUNCTION survey_knows_no_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.day IS NOT NULL AND EXISTS
        (SELECT FROM public.surveys_survey s WHERE s.id = NEW.survey_id AND s.mode = 'anonyme') THEN
        RAISE EXCEPTION 'an anonymous response has no date' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER survey_knows_no_day BEFORE INSERT OR UPDATE ON surveys_response
    FOR EACH ROW EXECUTE FUNCTION survey_knows_no_day();
"""


def dropped(name: str, table: str) -> str:
    return f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_initial")]
    operations = [
        migrations.RunSQL(FROZEN, dropped("survey_promise", "surveys_survey")),
        migrations.RunSQL(NOBODY, dropped("survey_knows_nobody", "surveys_respondent")),
        migrations.RunSQL(NO_DAY, dropped("survey_knows_no_day", "surveys_response")),
    ]
