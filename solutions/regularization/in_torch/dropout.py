import torch


def dropout(x, p, rng, training=True):
    """Drop each entry with chance p, and scale the others up, while training."""
    if not 0 <= p < 1:
        raise ValueError("p is a chance below 1")
    if not training or p == 0:
        return x
    kept = torch.rand(x.shape, generator=rng, dtype=torch.float64) >= p
    return x * kept / (1 - p)
