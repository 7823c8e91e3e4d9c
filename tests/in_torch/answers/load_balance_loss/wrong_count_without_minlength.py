# mistake: count_too_short
import torch


def load_balance_loss(logits):
    """E times the sum over experts of the share of tokens times the mean probability."""
    n, E = logits.shape
    counts = torch.bincount(logits.argmax(dim=1))
    probs = logits.softmax(dim=1)
    return E * (counts / n * probs.mean(dim=0)).sum()
