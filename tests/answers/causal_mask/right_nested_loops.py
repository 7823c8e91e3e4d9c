import numpy as np


def causal_mask(T: int) -> np.ndarray:
    """mask[i, j] = j > i"""
    m = np.zeros((T, T), dtype=bool)
    for i in range(T):
        for j in range(i + 1, T):
            m[i, j] = True
    return m
