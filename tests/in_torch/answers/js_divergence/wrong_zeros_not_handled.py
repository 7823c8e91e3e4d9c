# mistake: zeros_not_handled
import torch


def js_divergence(p, q):
    """The mean divergence of p and q from their mean, in nats."""
    m = (p + q) / 2
    return (kl(p, m) + kl(q, m)) / 2


def kl(p, m):
    return (p * torch.log(p / m)).sum()
