# WRONG: iterates over the first axis only, fails beyond one dimension; witness: soft_threshold(np.array([[3.0, 0.5], [-2.0, 2.0]]), 1.0)
import numpy as np


def soft_threshold(x, t):
    flat = np.atleast_1d(x)
    out = [max(v - t, 0.0) + min(v + t, 0.0) for v in flat]
    return np.reshape(out, np.shape(x))
