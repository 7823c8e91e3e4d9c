import torch


def pagerank(adjacency, damping=0.85):
    """Solve for the stationary distribution of the random surfer."""
    n, dtype = len(adjacency), adjacency.dtype
    out = adjacency.sum(dim=1, keepdim=True)
    follow = torch.where(out > 0, adjacency / out.clamp(min=1), 1 / n)
    jump = torch.full((n,), (1 - damping) / n, dtype=dtype)
    return torch.linalg.solve(torch.eye(n, dtype=dtype) - damping * follow.T, jump)
