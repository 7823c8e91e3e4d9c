# WRONG: rsLoRA scaling alpha / sqrt(r); witness: lora_forward(np.ones((1, 4)), np.zeros((4, 2)), np.ones((4, 4)), np.ones((4, 2)), 1.0)
import numpy as np


def lora_forward(x, W, A, B, alpha):
    return x @ W + alpha / np.sqrt(A.shape[1]) * (x @ A @ B)
