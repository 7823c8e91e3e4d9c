import itertools
import numpy as np


def bias_variance(predictions, y_true):
    # variance from all pairs of models: 1 / (2 m^2) sum (p_i - p_j)^2
    models = [np.asarray(p, dtype=float) for p in predictions]
    m, n = len(models), len(models[0])
    spread = sum((float(np.dot(a - b, a - b)) for a, b in itertools.combinations(models, 2)), 0.0)
    gap = sum(models[1:], start=models[0]) / m - y_true
    return np.einsum("i,i->", gap, gap) / n, spread / (m * m * n)
