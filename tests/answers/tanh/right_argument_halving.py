import numpy as np

_DOUBLINGS = 12


def tanh(x):
    """argument halving: odd series for a tiny argument, then t -> 2t / (1 + t^2)"""
    x = np.asarray(x, dtype=float)
    small = np.clip(x, -30.0, 30.0) / 2**_DOUBLINGS
    s2 = small * small
    t = small * (1 - s2 / 3 * (1 - 2 * s2 / 5 * (1 - 17 * s2 / 42)))
    for _ in range(_DOUBLINGS):
        t = 2 * t / (1 + t * t)
    return np.where(np.abs(x) > 20.0, np.sign(x), t)
