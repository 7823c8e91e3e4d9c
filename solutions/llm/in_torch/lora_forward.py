import torch


def lora_forward(x, W, A, B, alpha):
    """The output of the frozen layer plus the scaled low-rank update."""
    r = A.shape[1]
    # (x A) B is cheaper than x (A B), which builds a matrix of W's size.
    return x @ W + alpha / r * (x @ A @ B)
