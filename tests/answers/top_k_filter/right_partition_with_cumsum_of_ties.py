import numpy as np


def top_k_filter(logits, k):
    """Threshold by partition; the ties at the threshold fill the remaining places from the left."""
    x = np.asarray(logits, dtype=np.float64)
    V = x.size
    if k >= V:
        return x
    t = np.partition(x, V - k)[V - k]
    above = x > t
    room = k - np.count_nonzero(above)
    at = x == t
    return np.where(above | (at & (np.cumsum(at) <= room)), x, -np.inf)
