# |x| computed with + 1e-6: small entries shrunk too much/little
import numpy as np
def soft_threshold(x, t):
    return x * np.maximum(1 - t / (np.abs(x) + 1e-6), 0)
