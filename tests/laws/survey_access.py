"""Who gets what in the surveys: more rows of access_table.py, with makers in survey_world.py."""

from tests.laws.access_table import COORDINATORS

SURVEY_ROWS: dict[str, tuple[str, str]] = {
    "surveys:list": ("", "200"),
    "surveys:detail": ("open_survey", "200"),
    # Who answers holds a key: without it, nothing is known of a response.
    "surveys:start": ("answerable", "200"),
    "POST surveys:start": ("answerable", "422"),
    "surveys:section": ("answerable_section", "302"),
    "POST surveys:section": ("answerable_section", "409"),
    "POST surveys:save": ("answerable_section", "409"),
    "surveys:key": ("answerable", "302"),
    "surveys:resume": ("answerable", "200"),
    "POST surveys:resume": ("answerable", "422"),
    "surveys:summary": ("answerable", "302"),
    "POST surveys:send": ("answerable", "409"),
    "surveys:mine": ("answerable", "302"),
    "surveys:mine_pdf": ("answerable", "302"),
    "surveys:erase": ("answerable", "302"),
    "POST surveys:erase": ("answerable", "302"),
    "POST surveys:forget": ("answerable", "200"),
    "surveys:desk": ("", COORDINATORS),
    "surveys:survey_desk": ("survey_draft", COORDINATORS),
    "POST surveys:change": ("opening", "302 403 403 302 302"),
    # What was done of the answers, needs
    "followup:feed": ("", "200"),
    "followup:board": ("published_survey", COORDINATORS),
    "followup:add": ("published_survey", COORDINATORS),
    "POST followup:add": ("published_survey", "302 403 403 422 422"),
    "followup:edit": ("follow_up_draft", COORDINATORS),
    "POST followup:change": ("follow_up_draft", "302 403 403 302 302"),
    "needs": ("", "200"),
    "need": ("need_page", "200"),
}
