# mistake: unsquared
import torch


def kmeans_plus_plus(X, k, rng):
    chosen = [torch.randint(len(X), (), generator=rng)]
    for _ in range(k - 1):
        nearest = (X[:, None] - X[torch.stack(chosen)]).norm(dim=2).amin(dim=1)
        weights = nearest if nearest.any() else torch.ones_like(nearest)
        chosen.append(torch.multinomial(weights, 1, generator=rng)[0])
    return X[torch.stack(chosen)]
