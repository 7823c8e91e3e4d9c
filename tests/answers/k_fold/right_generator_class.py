import numpy as np


class InvalidFolds(ValueError):
    pass


class KFold:
    def __init__(self, n_splits, rng):
        self.n_splits = n_splits
        self.rng = rng

    def split(self, n):
        sizes = np.full(self.n_splits, n // self.n_splits)
        sizes[: n % self.n_splits] += 1
        order = np.argsort(self.rng.random(n))
        stop = 0
        for size in sizes:
            start, stop = stop, stop + size
            mask = np.zeros(n, dtype=bool)
            mask[order[start:stop]] = True
            yield np.nonzero(~mask)[0], np.nonzero(mask)[0]


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise InvalidFolds((n, k))
    return list(KFold(k, rng).split(n))
