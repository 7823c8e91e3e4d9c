import numpy as np


def _total(t, p, delta):
    if isinstance(t, list):
        parts = [_total(a, b, delta) for a, b in zip(t, p)]
        return sum(v for v, _ in parts), [g for _, g in parts]
    e = p - t
    if e > delta:
        return delta * (e - 0.5 * delta), delta
    if e < -delta:
        return delta * (-e - 0.5 * delta), -delta
    return 0.5 * e * e, e


def huber_loss(y_true, y_pred, delta=1.0):
    value, slopes = _total(y_true.tolist(), y_pred.tolist(), delta)
    n = y_pred.size
    return value / n, np.divide(slopes, n)
