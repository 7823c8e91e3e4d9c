import numpy as np


def dropout(x, p, rng, training=True):
    """Jumps from one dropped entry to the next: the gaps are geometric."""
    if not 0 <= p < 1:
        raise ValueError("0 <= p < 1 is needed")
    out = np.array(x, dtype=float, order="C")
    if not training or p == 0:
        return out
    flat = out.ravel()
    flat /= 1 - p
    at = int(rng.geometric(p)) - 1
    while at < flat.size:
        flat[at] = 0.0
        at += int(rng.geometric(p))
    return flat.reshape(out.shape)
