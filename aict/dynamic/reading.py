"""The page of the dynamic as its template shows it."""

from aict.dynamic.models import DynamicPage
from aict.markdown import render, sections


def page_of(version: DynamicPage) -> dict:
    """What templates/dynamic/body.html wants. Pure: a preview and the page on line are made alike."""
    return {
        "version": version,
        "purpose": render(version.purpose, 3),
        "milestones": [milestone(*part) for part in sections(version.milestones)],
        "perspectives": render(version.perspectives, 3),
        "roles": [(title, render(text, 4)) for title, text in sections(version.governance)],
    }


def milestone(heading: str, text: str) -> dict:
    """« 2024 : un atelier » is a date, then a title."""
    date, colon, title = heading.partition(" : ")
    if not colon:
        date, title = "", heading
    return {"date": date.strip(), "title": title.strip(), "text": render(text, 4)}
