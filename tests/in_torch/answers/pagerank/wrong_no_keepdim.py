# kind: values
import torch


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(dim=1)
    follow = torch.where(out > 0, adjacency / out.clamp(min=1), 1 / n)
    return torch.linalg.solve(torch.eye(n) - damping * follow.T, torch.full((n,), (1 - damping) / n))
