# mistake: whole_division
import torch


def lora_forward(x, W, A, B, alpha):
    """The output of the frozen layer plus the scaled low-rank update."""
    r = A.shape[1]
    return x @ W + alpha // r * (x @ A @ B)
