# WRONG: merges the update into the caller's W; witness: (lambda W: (lora_forward(np.eye(2), W, np.ones((2, 1)), np.ones((1, 2)), 1.0), W.tolist())[1])(np.zeros((2, 2)))
import numpy as np


def lora_forward(x, W, A, B, alpha):
    W += (alpha / A.shape[1]) * (A @ B)
    return x @ W
