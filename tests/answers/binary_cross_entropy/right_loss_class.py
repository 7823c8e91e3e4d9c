import numpy as np


class BCELoss:
    def __init__(self, eps):
        self.floor, self.ceil = eps, 1.0 - eps

    def _term(self, t, p):
        q = sorted((self.floor, float(p), self.ceil))[1]
        return np.log(q) * t + np.log(1.0 - q) * (1.0 - t)

    def __call__(self, prob, target):
        total = 0.0
        for t, p in zip(target.astype(float).ravel(), prob.ravel()):
            total -= self._term(t, p)
        return total / target.size


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    return BCELoss(eps)(np.asarray(y_prob), np.asarray(y_true))
