# at 1000 it gives 0.99999977
import numpy as np
def tanh(x):
    e = np.exp(-2 * np.clip(np.abs(x), 0, 8)); return np.sign(x) * (1 - e) / (1 + e)
