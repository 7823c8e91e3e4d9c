# mistake: k_ranks
import torch


def ndcg_at_k(relevance, scores, k):
    discounts = torch.log2(torch.arange(k) + 2.0)
    order = scores.argsort(descending=True, stable=True)
    best = relevance.sort(descending=True).values
    ideal = ((2.0 ** best[:k] - 1) / discounts).sum()
    return ((2.0 ** relevance[order[:k]] - 1) / discounts).sum() / ideal if ideal > 0 else 0.0
