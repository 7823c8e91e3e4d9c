import torch


def sliding_window_mask(T, window):
    """True where a key is in the query's future or has left its window."""
    positions = torch.arange(T)
    distance = positions[:, None] - positions
    return (distance < 0) | (distance >= window)
