# WRONG: divides alpha by A.shape[0] = d_in instead of the rank; witness: lora_forward(np.ones((1, 3)), np.zeros((3, 2)), np.ones((3, 1)), np.ones((1, 2)), 6.0)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    r = A.shape[0]
    return x @ W + (alpha / r) * (x @ A @ B)
