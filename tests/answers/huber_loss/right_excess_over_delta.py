import numpy as np

def huber_loss(y_true, y_pred, delta=1.0):
    e = y_pred - y_true
    q = np.minimum(np.abs(e), delta)
    l = np.abs(e) - q
    loss = (0.5*q**2 + delta*l).mean()
    g = np.where(e > delta, delta, np.where(e < -delta, -delta, e)) / e.size
    return loss, g.astype(y_pred.dtype)
