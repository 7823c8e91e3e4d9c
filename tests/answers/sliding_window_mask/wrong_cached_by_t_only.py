# WRONG: cached by T only, so a second window gets the first one's mask; witness: [sliding_window_mask(5, 2), sliding_window_mask(5, 3)][1]
import numpy as np

_masks = {}


def sliding_window_mask(T, window):
    m = _masks.get(T)
    if m is None:
        d = np.arange(T)[:, None] - np.arange(T)[None, :]
        m = _masks[T] = (d < 0) | (d >= window)
    return m.copy()
