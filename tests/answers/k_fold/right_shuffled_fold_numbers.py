import numpy as np


def k_fold(n: int, k: int, rng: np.random.Generator) -> list:
    """Deals fold numbers 0..k-1 out like cards and shuffles them."""
    if k < 2 or k > n:
        raise ValueError("k")
    fold = np.arange(n) % k
    rng.shuffle(fold)
    return [(np.flatnonzero(fold != f), np.flatnonzero(fold == f)) for f in range(k)]
