import numpy as np
from functools import reduce


def mse_loss(y_true, y_pred):
    # running mean, one entry at a time
    def step(state, pair):
        k, m = state
        e = (float(pair[0]) - float(pair[1])) ** 2
        return k + 1, m + (e - m) / (k + 1)

    it = np.nditer([np.asarray(y_true), np.asarray(y_pred)])
    return reduce(step, it, (0, 0.0))[1]
