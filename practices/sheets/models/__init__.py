"""Fiches-repères and their repeatable parts."""

from practices.sheets.models.blocks import (
    BLOCKS,
    SheetActor,
    SheetBlock,
    SheetExample,
    SheetFact,
    SheetFaq,
    SheetFunding,
    SheetLaw,
    SheetQuestion,
    SheetReference,
    SheetStep,
    SheetTerm,
    SheetTool,
)
from practices.sheets.models.sheet import LEVELS, Sheet

__all__ = [
    "BLOCKS",
    "LEVELS",
    "Sheet",
    "SheetActor",
    "SheetBlock",
    "SheetExample",
    "SheetFact",
    "SheetFaq",
    "SheetFunding",
    "SheetLaw",
    "SheetQuestion",
    "SheetReference",
    "SheetStep",
    "SheetTerm",
    "SheetTool",
]
