import torch


def kmeans_plus_plus(X, k, rng):
    """Draw k rows, each by its squared distance to the nearest row drawn before."""
    chosen = [torch.randint(len(X), (), generator=rng)]
    nearest = torch.full((len(X),), torch.inf, dtype=X.dtype)
    for _ in range(k - 1):
        nearest = torch.minimum(nearest, (X - X[chosen[-1]]).square().sum(dim=1))
        # multinomial normalizes weights, but rejects a sum of 0.
        weights = nearest if nearest.any() else torch.ones_like(nearest)
        chosen.append(torch.multinomial(weights, 1, generator=rng)[0])
    return X[torch.stack(chosen)]
