# WRONG: t of shape (B,) multiplies the last axis; witness: flow_matching_loss(lambda x, t: x, np.zeros((2, 2)), np.ones((2, 2)) * [1, 2], np.array([0.0, 1.0]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    x_t = (1 - t) * x0 + t * x1
    return np.mean((model(x_t, t) - (x1 - x0)) ** 2)
