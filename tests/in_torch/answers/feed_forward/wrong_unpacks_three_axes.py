# mistake: three_axes_only
import torch


def feed_forward(x, W1, b1, W2, b2):
    B, T, D = x.shape
    hidden = torch.relu(x.reshape(B * T, D) @ W1 + b1)
    return (hidden @ W2 + b2).view(B, T, -1)
