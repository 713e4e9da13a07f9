"""Who gets what, everywhere: rows and makers of the first table and of the surveys' one."""

from tests.laws import access_world, survey_world
from tests.laws.access_table import ROWS as FIRST_ROWS
from tests.laws.survey_access import SURVEY_ROWS

ROWS = FIRST_ROWS | SURVEY_ROWS
# Those of the first world win: the other imports names that they bear too.
FACTORIES = vars(survey_world) | vars(access_world)
