# mistake: no_hidden_layer
import torch
import torch.nn.functional as F


def train_mlp(X, y, n_classes, rng):
    W = torch.randn(X.shape[1], n_classes, generator=rng) * 0.1
    b = torch.zeros(n_classes)
    targets = F.one_hot(y, n_classes)
    for _ in range(1000):
        delta = (torch.softmax(X @ W + b, dim=1) - targets) / len(X)
        W -= 0.5 * X.T @ delta
        b -= 0.5 * delta.sum(dim=0)
    return lambda points: (points @ W + b).argmax(dim=1)
