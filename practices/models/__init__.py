from practices.models.blocks import (
    Axis,
    FundingLine,
    Objective,
    Partner,
    Result,
    ServiceRole,
    Step,
    TransferCondition,
)
from practices.models.imports import ImportMapping
from practices.models.practice import Practice
from practices.models.report import Report

__all__ = [
    "Axis",
    "FundingLine",
    "ImportMapping",
    "Objective",
    "Partner",
    "Practice",
    "Report",
    "Result",
    "ServiceRole",
    "Step",
    "TransferCondition",
]
