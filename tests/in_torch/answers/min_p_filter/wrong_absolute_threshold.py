# mistake: absolute_threshold
import torch


def min_p_filter(logits, min_p):
    probs = torch.softmax(logits, dim=-1)
    return torch.where(probs >= min_p, logits, -torch.inf)
