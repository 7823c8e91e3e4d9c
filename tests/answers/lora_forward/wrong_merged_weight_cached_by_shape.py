# WRONG: the merged weight is cached by shapes and alpha, so a second call with other weights answers with the first ones; witness: (lora_forward(np.eye(2), np.ones((2, 2)), np.ones((2, 1)), np.ones((1, 2)), 1.0), lora_forward(np.eye(2), np.zeros((2, 2)), np.ones((2, 1)), np.ones((1, 2)), 1.0))
import numpy as np

_merged = {}


def lora_forward(x, W, A, B, alpha):
    key = (W.shape, A.shape, alpha)
    if key not in _merged:
        _merged[key] = W + (alpha / A.shape[1]) * (A @ B)
    return x @ _merged[key]
