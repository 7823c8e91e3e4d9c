# WRONG: saturates at 6 (that is ReLU6); witness: relu(np.array([-1.0, 3.0, 7.0]))
import numpy as np


def relu(x):
    return np.clip(x, 0.0, 6.0)
