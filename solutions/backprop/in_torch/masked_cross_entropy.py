import torch


def masked_cross_entropy(logits, labels, ignore_index=-100):
    """The mean over the positions that count; 0 if none does."""
    counts = labels != ignore_index
    if not counts.any():
        return 0.0
    z, y = logits[counts], labels[counts]
    return (z.logsumexp(dim=1) - z.gather(1, y[:, None].long())[:, 0]).mean()
