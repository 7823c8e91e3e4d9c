# WRONG: drops exactly round(p * size) entries: the entries are not independent, and a single entry is never (or always) dropped; witness: (lambda rng: any(dropout(np.ones(1), .3, rng)[0] == 0 for _ in range(200)))(np.random.default_rng(0))
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    out = np.array(x, dtype=float)
    if training and p > 0:
        k = int(round(p * out.size))
        hit = np.unravel_index(rng.choice(out.size, size=k, replace=False), out.shape)
        out /= 1 - p
        out[hit] = 0.0
    return out
