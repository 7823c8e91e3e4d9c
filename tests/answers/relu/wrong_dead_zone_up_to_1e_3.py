# WRONG: a dead zone, positive entries up to 1e-3 are set to zero too; witness: relu(np.array([5e-4, 1.0]))
import numpy as np

EPS = 1e-3


def relu(x):
    return np.where(x > EPS, x, 0.0)
