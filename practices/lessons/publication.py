"""From a statement to a lesson on line, and back off line without a trace."""

from datetime import datetime, time

from django.utils import timezone

from aict.listing.addresses import keep_address
from aict.listing.models import Clock
from aict.search import spelling
from practices.lessons.models import Lesson, Statement
from practices.lessons.models.lesson import KIND, quarter_of

# Words that are also pages.
RESERVED = {"raconter", "les-miens", "relecture", "suivi"}


def publish(statement: Statement) -> Lesson:
    """A row of its own, dated by its quarter, that knows nothing of the statement."""
    Clock.tick(KIND, 0)
    quarter = quarter_of(timezone.localdate())
    lesson = Lesson(
        **statement.told(),
        quarter=quarter,
        updated_at=timezone.make_aware(datetime.combine(quarter, time())),
        fictional=statement.fictional,
    )
    keep_address(lesson, lesson.title, RESERVED)
    lesson.save(force_insert=True)
    lesson.refresh_listing()
    return lesson


def remove(statement: Statement) -> None:
    """The row goes, its address and its odd words too: nothing says that there was one."""
    if statement.published:
        Clock.tick(KIND, 0)
        lesson, statement.published = statement.published, None
        spelling.unlearn(lesson.full_text())
        lesson.delete()
        Clock.forget(KIND)
