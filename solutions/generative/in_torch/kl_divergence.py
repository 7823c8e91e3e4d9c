import torch


def kl_divergence(p, q):
    """The sum of p log(p / q); infinite where only q is 0."""
    taken = p > 0
    return (p[taken] * (p[taken] / q[taken]).log()).sum()
