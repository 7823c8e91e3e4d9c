import numpy as np
from enum import Enum


class Reduction(Enum):
    NONE = "none"
    MEAN = "mean"
    SUM = "sum"


class MSELoss:
    def __init__(self, reduction: Reduction = Reduction.MEAN):
        self.reduction = reduction

    def __call__(self, pred, target):
        sq = np.square(pred - target)
        match self.reduction:
            case Reduction.MEAN:
                return sq.mean()
            case Reduction.SUM:
                return sq.sum()
            case _:
                return sq


def mse_loss(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    return MSELoss()(np.asarray(y_pred, dtype=np.float64), np.asarray(y_true, dtype=np.float64))
