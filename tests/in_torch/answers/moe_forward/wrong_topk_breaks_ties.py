import torch


def moe_forward(x, W_router, W1, W2, k):
    logits, chosen = torch.topk(x @ W_router, k, dim=1)
    weights = torch.softmax(logits, dim=1)
    outputs = torch.relu(x @ W1) @ W2  # (E, n, D)
    picked = outputs[chosen, torch.arange(len(x))[:, None]]  # (n, k, D)
    return (weights.unsqueeze(-1) * picked).sum(dim=1)
