"""What the page of a practice shows, as answers: from the live row, or from a text not published yet."""

from practices.reading.page import Page, page_of
from practices.reading.source import Source, of_live, of_parts

__all__ = ["Page", "Source", "of_live", "of_parts", "page_of"]
