# clipped at +-20: 2e-9 instead of 0 at -1000
import numpy as np
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
