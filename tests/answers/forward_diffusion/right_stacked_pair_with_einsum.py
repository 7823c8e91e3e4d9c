import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    x0 = np.asarray(x0, dtype=np.float64)
    coeff = np.asarray(alpha_bars, dtype=np.float64)[t]
    weights = np.sqrt(np.stack([coeff, 1 - coeff]))             # (2, B)
    pair = np.stack([x0, noise])                                # (2, B, ...)
    return np.einsum("kb,kb...->b...", weights, pair)
