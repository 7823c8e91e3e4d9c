import numpy as np


def soft_threshold(x, t):
    """What is left after projecting onto the box [-t, t] (Moreau)."""
    x = np.asarray(x, dtype=float)
    return x - np.clip(x, -t, t)
