import math
import numpy as np


def dropout(x, p, rng, training=True):
    """Waiting times: a unit exponential lasts longer than -log(1 - p) with probability 1 - p."""
    if not 0 <= p < 1:
        raise ValueError("0 <= p < 1")
    out = np.array(x, dtype=np.float64, copy=True, order="C")
    if training and p != 0:
        alive = rng.standard_exponential(out.size) > -math.log1p(-p)
        flat = out.reshape(-1)
        flat[~alive] = 0
        flat *= 1 / (1 - p)
    return out
