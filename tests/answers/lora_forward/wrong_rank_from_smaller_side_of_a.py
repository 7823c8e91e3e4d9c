# WRONG: r = min of A's sides, wrong when the rank exceeds d_in; witness: lora_forward(np.ones((1, 2)), np.zeros((2, 3)), np.ones((2, 5)), np.ones((5, 3)), 10.0)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    r = min(A.shape)
    out = x @ W
    out = out + (x @ A) @ B * (alpha / r)
    return out
