import numpy as np


def lora_forward(x, W, A, B, alpha):
    return x @ W + (alpha / A.shape[1]) * (x @ A) @ B
