import torch


def top_p_filter(logits, p):
    """All but the smallest set of likely tokens become -inf."""
    values, order = logits.sort(descending=True, stable=True)
    probs = values.softmax(dim=0)
    kept = order[probs.cumsum(0) - probs < p]
    filtered = torch.full_like(logits, -torch.inf)
    filtered[kept] = logits[kept]
    return filtered
