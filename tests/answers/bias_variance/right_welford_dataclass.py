import numpy as np
from dataclasses import dataclass


@dataclass
class Welford:
    count: int = 0
    mean: object = 0.0
    m2: object = 0.0

    def push(self, row):
        self.count += 1
        delta = row - self.mean
        self.mean = self.mean + delta / self.count
        self.m2 = self.m2 + delta * (row - self.mean)
        return self


def bias_variance(predictions, y_true):
    acc = Welford()
    for model in np.asarray(predictions, dtype=float):
        acc.push(model)
    gap = acc.mean - np.asarray(y_true, dtype=float)
    return float(gap @ gap / gap.size), float(np.sum(acc.m2) / (acc.count * gap.size))
