import torch


def min_p_filter(logits, min_p):
    """The logits of tokens that are likely enough, and -inf elsewhere."""
    relative = torch.exp(logits - logits.max())  # probability over the largest probability
    return logits.masked_fill(relative < min_p, -torch.inf)
