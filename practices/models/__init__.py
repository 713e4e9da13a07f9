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
from practices.models.practice import OldSlug, Practice

__all__ = [
    "Axis",
    "FundingLine",
    "Objective",
    "OldSlug",
    "Partner",
    "Practice",
    "Result",
    "ServiceRole",
    "Step",
    "TransferCondition",
]
