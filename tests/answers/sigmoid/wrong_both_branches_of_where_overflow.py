# WRONG: np.where evaluates both branches, so a large |z| still warns of overflow; witness: sigmoid(np.array([-1000.0, 1000.0]))
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
