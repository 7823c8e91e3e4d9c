import numpy as np


def flow_matching_loss(model, x0, x1, t):
    B = len(t)
    a, b = x0.reshape(B, -1), x1.reshape(B, -1)
    xt = np.diag(1 - t) @ a + np.diag(t) @ b
    out = np.asarray(model(xt.reshape(x0.shape), t)).reshape(B, -1)
    err = out - (b - a)
    return np.vdot(err, err) / err.size
