# WRONG: squeezes axes of length one, so the shape is lost for n = 1; witness: relu(np.array([[1.0, -2.0, 3.0]]))
import numpy as np


def relu(x):
    return np.maximum(np.squeeze(x), 0.0)
