import torch


def batches(X, y, batch_size, rng, drop_last=False):
    """Shuffled pairs of rows and labels."""
    n = len(X)
    end = n - n % batch_size if drop_last else n
    order = torch.randperm(n, generator=rng)[:end]
    return [(X[piece], y[piece]) for piece in order.split(batch_size)] if end else []
