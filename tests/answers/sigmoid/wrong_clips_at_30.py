# WRONG: clips z at 30, so sigmoid(-1000) is 9.4e-14; witness: sigmoid(-1000.0)
import numpy as np


def sigmoid(z):
    bounded = np.minimum(np.maximum(z, -30.0), 30.0)
    return 1.0 / (1.0 + np.exp(-bounded))
