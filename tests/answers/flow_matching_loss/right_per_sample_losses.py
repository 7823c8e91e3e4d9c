import numpy as np


def flow_matching_loss(model, x0, x1, t):
    xt = np.stack([(1.0 - s) * a + s * b for s, a, b in zip(t, x0, x1)])
    pred = model(xt, t)
    losses = [np.mean((p - (b - a)) ** 2) for p, a, b in zip(pred, x0, x1)]
    return sum(losses) / len(losses)
