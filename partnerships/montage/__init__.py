from partnerships.montage.composing import compose
from partnerships.montage.plan import ZERO, Check, Level, Line, Part, Plan, Project, Rules

__all__ = ["ZERO", "Check", "Level", "Line", "Part", "Plan", "Project", "Rules", "compose"]
