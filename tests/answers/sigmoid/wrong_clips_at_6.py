# WRONG: clips z to [-6, 6], off by up to 2.5e-3 beyond; witness: sigmoid(np.array([-9.0, 9.0, 1000.0]))
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-np.clip(z, -6.0, 6.0)))
