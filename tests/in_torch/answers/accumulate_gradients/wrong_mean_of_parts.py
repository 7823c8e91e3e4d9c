# mistake: mean_of_means
import torch


def accumulate_gradients(grad, X, y, size):
    parts = zip(torch.split(X, size), torch.split(y, size))
    return torch.stack([grad(X_part, y_part) for X_part, y_part in parts]).mean(dim=0)
