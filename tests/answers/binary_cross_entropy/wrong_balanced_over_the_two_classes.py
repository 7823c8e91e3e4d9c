# WRONG: averages the positive and the negative losses separately (balanced), not over samples; witness: binary_cross_entropy(np.array([1.0, 0.0, 0.0, 0.0]), np.array([0.2, 0.3, 0.4, 0.1]))
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(np.asarray(y_prob, dtype=float), eps, 1 - eps)
    t = np.asarray(y_true)
    pos, neg = -np.log(p[t == 1]), -np.log(1 - p[t == 0])
    if len(pos) == 0 or len(neg) == 0:
        return np.concatenate([pos, neg]).mean()
    return 0.5 * (pos.mean() + neg.mean())
