# mistake: merged_in_place
import torch


def lora_forward(x, W, A, B, alpha):
    W += alpha / A.shape[1] * A @ B
    return x @ W
