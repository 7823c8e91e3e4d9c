import numpy as np


def k_fold(n, k, rng):
    """Draw one fold after the other, without replacement, out of what is left."""
    if k > n or k < 2:
        raise ValueError("bad k")
    pool = np.arange(n)
    out = []
    for remaining in range(k, 0, -1):
        val = rng.choice(pool, size=len(pool) // remaining, replace=False)
        pool = np.setdiff1d(pool, val)
        out.append((np.setdiff1d(np.arange(n), val), val))
    return out
