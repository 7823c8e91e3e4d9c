import numpy as np


def flow_matching_loss(model, x0, x1, t):
    w = t
    while w.ndim < x1.ndim:
        w = np.expand_dims(w, -1)
    v = x1 - x0
    pred = model(x0 + w * v, t)
    return float(np.average((pred - v) ** 2))
