# mistake: softmax_over_all
import torch


def moe_router(logits, k):
    probs = torch.softmax(logits, dim=-1)
    order = logits.argsort(dim=-1, descending=True, stable=True)[:, :k]
    return order, probs.gather(1, order)
