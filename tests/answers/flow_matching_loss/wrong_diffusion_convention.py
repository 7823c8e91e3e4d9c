# WRONG: x_t = (1 - t) data + t noise with the target noise - data; witness: flow_matching_loss(lambda x, t: x, np.array([[0.0]]), np.array([[4.0]]), np.array([0.25]))
import numpy as np


def flow_matching_loss(model, x0, x1, t):
    w = t.reshape(-1, *([1] * (x0.ndim - 1)))
    x_t = (1 - w) * x1 + w * x0
    return np.mean((model(x_t, t) - (x0 - x1)) ** 2)
