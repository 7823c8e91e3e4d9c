# WRONG: regresses on x1; witness: flow_matching_loss(lambda x, t: x, np.ones((1, 1)), np.zeros((1, 1)), np.array([0.5]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    w = t.reshape(-1, *([1] * (x0.ndim - 1)))
    return np.mean((model((1 - w) * x0 + w * x1, t) - x1) ** 2)
