# mistake: rounded_up
import torch


def k_fold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError("k must be between 2 and n")
    folds = torch.randperm(n, generator=rng).chunk(k)
    return [(torch.cat(folds[:i] + folds[i + 1 :]), fold) for i, fold in enumerate(folds)]
