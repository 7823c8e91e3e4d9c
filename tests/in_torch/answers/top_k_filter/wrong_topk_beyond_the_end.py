# mistake: partitioned_out_of_bounds
import torch


def top_k_filter(logits, k):
    best = torch.topk(logits, k).values
    above = logits > best[-1]
    at = logits == best[-1]
    kept = above | (at & (at.cumsum(0) <= k - above.sum()))
    return torch.where(kept, logits, -torch.inf)
