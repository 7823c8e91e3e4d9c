import numpy as np


def causal_mask(T):
    # row i is the stretch of [False]*T + [True]*(T-1) that starts at T-1-i: a reversed window view
    strip = np.repeat([False, True], [T, T - 1])
    return np.lib.stride_tricks.sliding_window_view(strip, T)[::-1].copy()
