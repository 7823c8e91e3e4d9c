import torch


def ndcg_at_k(relevance, scores, k):
    """The gain of this order over that of the best."""
    order = scores.argsort(descending=True, stable=True)
    ideal = dcg(relevance.sort(descending=True).values[:k])
    return dcg(relevance[order[:k]]) / ideal if ideal > 0 else 0.0


def dcg(grades):
    ranks = torch.arange(1, len(grades) + 1)
    return ((2.0**grades - 1) / torch.log2(ranks + 1.0)).sum()
