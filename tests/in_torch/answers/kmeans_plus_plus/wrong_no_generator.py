# mistake: chance_of_its_own
import torch


def kmeans_plus_plus(X, k, rng):
    chosen = [torch.randint(len(X), ())]
    for _ in range(k - 1):
        nearest = (X[:, None] - X[torch.stack(chosen)]).square().sum(dim=2).amin(dim=1)
        weights = nearest if nearest.any() else torch.ones_like(nearest)
        chosen.append(torch.multinomial(weights, 1)[0])
    return X[torch.stack(chosen)]
