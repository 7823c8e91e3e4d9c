from itertools import accumulate
from operator import mul

import numpy as np


def noise_schedule(T: int, beta_start: float = 1e-4, beta_end: float = 0.02):
    w = np.arange(T) / max(T - 1, 1)
    a = np.vstack([1 - w, w]).T
    betas = a @ np.array([beta_start, beta_end], dtype=float)
    alphas = np.negative(betas) + 1
    return [betas, alphas, np.fromiter(accumulate(alphas, mul), dtype=float, count=T)]
