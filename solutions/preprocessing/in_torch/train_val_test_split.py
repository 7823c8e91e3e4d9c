import torch


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    """Three disjoint parts of the rows, in random order."""
    n = len(X)
    n_val, n_test = int(n * val_fraction + 1e-9), int(n * test_fraction + 1e-9)
    order = torch.randperm(n, generator=rng)
    val, test, train = order[:n_val], order[n_val : n_val + n_test], order[n_val + n_test :]
    return X[train], y[train], X[val], y[val], X[test], y[test]
