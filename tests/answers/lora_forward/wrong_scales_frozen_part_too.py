# WRONG: the scale multiplies the frozen part too; witness: lora_forward(np.ones((1, 2)), np.ones((2, 2)), np.ones((2, 1)), np.ones((1, 2)), 3.0)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    scale = alpha / A.shape[1]
    return scale * (x @ W + (x @ A) @ B)
