import torch


def top_p_filter(logits, p):
    """All but the smallest set of likely tokens become -inf."""
    values, order = logits.sort(descending=True, stable=True)
    probs = values.softmax(dim=0)
    kept = order[probs.cumsum(0) - probs < p]
    filtered = torch.zeros_like(logits)
    filtered[kept] = logits[kept]
    return filtered
