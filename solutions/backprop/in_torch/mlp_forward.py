import torch


def mlp_forward(X, W1, b1, W2, b2):
    """The scores and activations of both layers."""
    z1 = X @ W1 + b1
    a1 = z1.relu()  # not relu_(), which would clear the negative entries of z1
    z2 = a1 @ W2 + b2
    return z1, a1, z2, z2.softmax(dim=1)
