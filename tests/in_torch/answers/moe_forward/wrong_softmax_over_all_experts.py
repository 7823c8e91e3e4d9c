# mistake: softmax_over_all
import torch


def moe_forward(x, W_router, W1, W2, k):
    probs = torch.softmax(x @ W_router, dim=1)
    weights, chosen = probs.topk(k, dim=1)
    outputs = torch.relu(x @ W1) @ W2  # (E, n, D)
    picked = outputs[chosen, torch.arange(len(x))[:, None]]  # (n, k, D)
    return (weights.unsqueeze(-1) * picked).sum(dim=1)
