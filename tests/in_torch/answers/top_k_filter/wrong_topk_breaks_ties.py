import torch


def top_k_filter(logits, k):
    values, indices = torch.topk(logits, min(k, len(logits)))
    return torch.full_like(logits, -torch.inf).scatter_(0, indices, values)
