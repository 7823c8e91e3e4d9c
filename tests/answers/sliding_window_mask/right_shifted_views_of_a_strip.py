import numpy as np


def sliding_window_mask(T, window):
    """Toeplitz: one strip, every row a shifted view of it."""
    lag = np.arange(T - 1, -T, -1)                  # i - j along a reversed row
    strip = ~((0 <= lag) & (lag < window))
    view = np.lib.stride_tricks.sliding_window_view(strip, T)
    return view[::-1].copy()
