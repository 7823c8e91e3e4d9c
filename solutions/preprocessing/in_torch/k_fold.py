import torch


def k_fold(n, k, rng):
    """Split range(n) at random into k pairs of training and validation indices."""
    if not 2 <= k <= n:
        raise ValueError(f"k must be between 2 and {n}, not {k}")
    folds = torch.randperm(n, generator=rng).tensor_split(k)
    return [(torch.cat(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
