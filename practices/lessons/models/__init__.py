"""Lessons: what readers find, and, apart, what leads to those who told it."""

from practices.lessons.models.lesson import Lesson
from practices.lessons.models.statement import Check, Part, State, Statement, StatementEntry

__all__ = ["Check", "Lesson", "Part", "State", "Statement", "StatementEntry"]
