# WRONG: sqrt(1 - t^2) x0 + t x1; witness: flow_matching_loss(lambda x, t: x, np.ones((1, 1)), np.zeros((1, 1)), np.array([0.5]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    w = t.reshape(-1, *([1] * (x0.ndim - 1)))
    x_t = np.sqrt(1 - w**2) * x0 + w * x1
    return np.mean((model(x_t, t) - (x1 - x0)) ** 2)
