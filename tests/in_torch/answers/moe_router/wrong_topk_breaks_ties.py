import torch


def moe_router(logits, k):
    scores, indices = torch.topk(logits, k, dim=-1)
    return indices, torch.softmax(scores, dim=-1)
