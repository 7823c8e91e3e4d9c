import torch


def moe_forward(x, W_router, W1, W2, k):
    """The weighted outputs of the k best experts of each token."""
    # topk may return tied experts in any order; a stable sort keeps the lower index first.
    logits, experts = (x @ W_router).sort(dim=1, descending=True, stable=True)
    weights = logits[:, :k].softmax(dim=1)
    out = torch.zeros_like(x)
    for e in range(len(W1)):
        tokens, ranks = torch.where(experts[:, :k] == e)
        expert_out = torch.relu(x[tokens] @ W1[e]) @ W2[e]
        out.index_add_(0, tokens, weights[tokens, ranks, None] * expert_out)
    return out
