# WRONG: clips the gradient entries to [-10, 10]; witness: sgd_step(np.zeros(2), np.array([50.0, 1.0]), 0.1)
import numpy as np


def sgd_step(w, grad, lr):
    return w - lr * np.clip(grad, -10.0, 10.0)
