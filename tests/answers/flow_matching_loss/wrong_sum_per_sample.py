# WRONG: sums over a sample's entries, averages over the batch; witness: flow_matching_loss(lambda x, t: x, np.zeros((1, 2)), np.ones((1, 2)), np.array([0.5]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    w = t.reshape(-1, *([1] * (x0.ndim - 1)))
    err = model((1 - w) * x0 + w * x1, t) - (x1 - x0)
    return np.mean(np.sum(err.reshape(len(t), -1) ** 2, axis=1))
