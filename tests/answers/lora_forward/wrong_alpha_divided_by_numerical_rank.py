# WRONG: uses the numerical rank of A B instead of r; witness: lora_forward(np.ones((1, 2)), np.zeros((2, 2)), np.ones((2, 2)), np.ones((2, 2)), 4.0)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    delta = A @ B
    r = max(int(np.linalg.matrix_rank(delta)), 1)
    return x @ (W + (alpha / r) * delta)
