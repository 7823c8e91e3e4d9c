# kind: calls
import torch
import torch.nn.functional as F
from torch import nn


def train_mlp(X, y, n_classes, rng):
    model = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, n_classes))
    for _ in range(500):
        loss = F.cross_entropy(model(X), y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= 0.5 * parameter.grad
    return lambda points: model(points).argmax(dim=1)
