"""The database itself refuses to join an invitation and an anonymous response."""

from django.db import migrations

APART = """
CREATE FUNCTION invitation_knows_no_response() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.response_id IS NOT NULL AND EXISTS
        (SELECT FROM public.surveys_survey s WHERE s.id = NEW.survey_id AND s.mode = 'anonyme') THEN
        RAISE EXCEPTION 'an anonymous invitation knows no response' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER invitation_knows_no_response BEFORE INSERT OR UPDATE ON campaign_invitation
    FOR EACH ROW EXECUTE FUNCTION invitation_knows_no_response();
"""
DROPPED = (
    "DROP TRIGGER invitation_knows_no_response ON campaign_invitation;"
    " DROP FUNCTION invitation_knows_no_response();"
)


class Migration(migrations.Migration):
    dependencies = [
        ("campaign", "0001_initial"),
        ("surveys", "0002_promises"),
    ]
    operations = [migrations.RunSQL(APART, DROPPED)]
