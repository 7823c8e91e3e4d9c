# mistake: fixed_steps
import torch


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(dim=1, keepdim=True)
    follow = torch.where(out > 0, adjacency / out.clamp(min=1), 1 / n)
    ranks = torch.full((n,), 1 / n)
    for _ in range(100):
        ranks = damping * ranks @ follow + (1 - damping) / n
    return ranks
