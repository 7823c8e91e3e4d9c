# mistake: softmax_over_tokens
import torch


def moe_router(logits, k):
    """The k best experts of each token, best first, and the softmax of their scores."""
    # topk may return tied scores in any order; a stable sort keeps the lower index first.
    scores, indices = logits.sort(dim=1, descending=True, stable=True)
    return indices[:, :k], scores[:, :k].softmax(dim=0)
