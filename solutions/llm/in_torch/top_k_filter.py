import torch


def top_k_filter(logits, k):
    """The k largest logits at their positions, and -inf elsewhere."""
    # topk may return tied logits in any order; a stable sort keeps the lower index.
    kept = logits.argsort(descending=True, stable=True)[:k]
    filtered = torch.full_like(logits, -torch.inf)
    filtered[kept] = logits[kept]
    return filtered
