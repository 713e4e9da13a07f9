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

__all__ = [
    "Axis",
    "FundingLine",
    "ImportMapping",
    "Objective",
    "Partner",
    "Practice",
    "Result",
    "ServiceRole",
    "Step",
    "TransferCondition",
]
