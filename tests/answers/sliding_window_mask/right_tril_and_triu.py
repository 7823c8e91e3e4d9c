import numpy as np


def sliding_window_mask(T: int, window: int) -> np.ndarray:
    ones = np.ones((T, T), dtype=bool)
    return ~(np.tril(ones) & np.triu(ones, 1 - window))
