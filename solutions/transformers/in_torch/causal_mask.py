import torch


def causal_mask(T):
    """True where a later token is blocked."""
    return torch.ones(T, T, dtype=torch.bool).triu(diagonal=1)
