import torch


def load_balance_loss(logits):
    """E times the sum over experts of the share of tokens times the mean probability."""
    n, E = logits.shape
    # minlength gives experts without a token their 0.
    counts = torch.bincount(logits.argmax(dim=1), minlength=E)
    probs = logits.softmax(dim=1)
    return E * (counts / n * probs.mean(dim=0)).sum()
