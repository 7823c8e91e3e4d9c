# mistake: own_generator
import torch
import torch.nn.functional as F


def train_mlp(X, y, n_classes, rng):
    W1, b1 = torch.randn(2, 64), torch.randn(64)
    W2, b2 = torch.randn(64, 64) / 8, torch.zeros(64)
    W3, b3 = torch.randn(64, n_classes) / 8, torch.zeros(n_classes)
    targets = F.one_hot(y, n_classes)
    for _ in range(1500):
        a1 = torch.tanh(X @ W1 + b1)
        a2 = torch.tanh(a1 @ W2 + b2)
        d3 = (torch.softmax(a2 @ W3 + b3, dim=1) - targets) / len(X)
        d2 = d3 @ W3.T * (1 - a2**2)
        d1 = d2 @ W2.T * (1 - a1**2)
        for param, grad in (
            (W1, X.T @ d1), (b1, d1.sum(0)), (W2, a1.T @ d2), (b2, d2.sum(0)), (W3, a2.T @ d3), (b3, d3.sum(0))
        ):
            param -= 1.0 * grad
    return lambda points: (torch.tanh(torch.tanh(points @ W1 + b1) @ W2 + b2) @ W3 + b3).argmax(dim=1)
