# mistake: global_generator
import torch


def k_fold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError("k must be between 2 and n")
    folds = torch.randperm(n).tensor_split(k)
    return [(torch.cat(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
