# WRONG: integer division of an integer alpha; witness: lora_forward(np.ones((1, 2)), np.zeros((2, 2)), np.ones((2, 2)), np.ones((2, 2)), 3)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    scaling = alpha // A.shape[1]
    return x @ W + scaling * (x @ A) @ B
