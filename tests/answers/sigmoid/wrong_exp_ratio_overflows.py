# WRONG: stable only for negative z being moderate: the exp(z) / (1 + exp(z)) form overflows to inf / inf at +1000; witness: sigmoid(np.array([1000.0, -1000.0, 0.0]))
import numpy as np


def sigmoid(z):
    e = np.exp(z)
    return e / (1.0 + e)
