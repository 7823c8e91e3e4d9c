# WRONG: repeats the pass until nothing sticks out any more, with fresh statistics each time; witness: clip_outliers(np.array([0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 9.0, 100.0]), 2.0)
import numpy as np


def clip_outliers(x, z):
    out = x.copy()
    for _ in range(len(x)):
        if out.min() == out.max():
            break
        mu, sigma = out.mean(), out.std()
        far = np.abs(out - mu) > z * sigma
        if not far.any():
            break
        out[far] = mu
    return out
