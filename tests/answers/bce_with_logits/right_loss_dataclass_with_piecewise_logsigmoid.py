import numpy as np
from dataclasses import dataclass


@dataclass
class BCEWithLogitsLoss:
    reduction: str = "mean"

    @staticmethod
    def logsigmoid(x):
        return np.piecewise(x, [x >= 0], [lambda v: -np.log1p(np.exp(-v)), lambda v: v - np.log1p(np.exp(v))])

    def __call__(self, input, target):
        loss = -target * self.logsigmoid(input) - (1.0 - target) * self.logsigmoid(-input)
        return getattr(np, self.reduction)(loss)


def bce_with_logits(y_true, logits):
    criterion = BCEWithLogitsLoss()
    return float(criterion(np.array(logits, dtype=float), np.array(y_true, dtype=float)))
