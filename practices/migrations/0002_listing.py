"""The whole text becomes searchable, its lead apart; a deleted practice leaves every list."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models

FORGET = """
CREATE TRIGGER practice_forget AFTER DELETE ON public.practices_practice
FOR EACH STATEMENT EXECUTE FUNCTION public.aict_listing_forget('practice')
"""

LEAD = SearchVector("title", weight="A", config="french_unaccent") + SearchVector(
    "teaser", "search_text", weight="B", config="french_unaccent"
)
BODY = SearchVector(
    *("summary", "benefit", "context", "beneficiaries_here", "beneficiaries_there"),
    *("local_impact", "partner_impact", "difficulties", "not_again"),
    *("transfer_essential", "transfer_adapt", "transfer_specific", "governance", "means", "evaluation"),
    weight="C",
    config="french_unaccent",
)


def generated(expression):
    return models.GeneratedField(
        expression=expression, output_field=SearchVectorField(), db_persist=True
    )


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_initial"), ("listing", "0002_forget_deleted")]
    operations = [
        migrations.RemoveIndex("practice", "practice_search"),
        migrations.RemoveField("practice", "search_vector"),
        migrations.AddField("practice", "search_vector", generated(LEAD + BODY)),
        migrations.AddField("practice", "search_lead", generated(LEAD)),
        migrations.AddIndex("practice", GinIndex(fields=["search_vector"], name="practice_search")),
        migrations.AddIndex(
            "practice",
            models.Index(models.Func("title", function="aict_sort_key"), name="practice_title"),
        ),
        migrations.RunSQL(FORGET, "DROP TRIGGER practice_forget ON public.practices_practice"),
    ]
