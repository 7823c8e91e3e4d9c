import torch


def moe_forward(x, W_router, W1, W2, k):
    logits = x @ W_router
    order = torch.argsort(logits, dim=-1, descending=True, stable=True)[:, :k]
    masked = torch.full_like(logits, float("-inf")).scatter(1, order, logits.gather(1, order))
    w = masked.softmax(-1)
    h = torch.einsum("nd,edf->enf", x, W1).relu()
    return torch.einsum("enf,efd,ne->nd", h, W2, w)
