import numpy as np
def soft_threshold(x, t):
    return x - np.clip(x, -t, t)
