# WRONG: passes the reshaped t to the model; witness: flow_matching_loss(lambda x, t: x + t, np.zeros((2, 2)), np.ones((2, 2)), np.array([0.0, 1.0]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    t = t.reshape(-1, *([1] * (x0.ndim - 1)))
    x_t = (1 - t) * x0 + t * x1
    return np.mean((model(x_t, t) - (x1 - x0)) ** 2)
