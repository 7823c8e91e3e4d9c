import numpy as np
from dataclasses import dataclass


@dataclass
class BinaryCounts:
    tp: float
    predicted: float
    actual: float

    @property
    def precision(self):
        return self.tp / self.predicted if self.predicted > 0 else 0.0

    @property
    def recall(self):
        return self.tp / self.actual if self.actual > 0 else 0.0

    @property
    def f1(self):
        try:
            return 2 * self.precision * self.recall / (self.precision + self.recall)
        except ZeroDivisionError:
            return 0.0


def precision_recall_f1(y_true, y_pred):
    t = np.asarray(y_true, dtype=float)
    p = np.asarray(y_pred, dtype=float)
    c = BinaryCounts(float(t @ p), float(p.sum()), float(t.sum()))
    return c.precision, c.recall, c.f1
