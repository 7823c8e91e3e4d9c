import torch


def soft_threshold(x, t):
    """Move each entry toward 0 by t, and stop at 0."""
    return x - x.clamp(-t, t)
