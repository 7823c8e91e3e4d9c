import numpy as np


def train_val_test_split(X: np.ndarray, y: np.ndarray, val_fraction: float, test_fraction: float,
                         rng: np.random.Generator) -> tuple:
    n = X.shape[0]
    keys = rng.random(n)
    order = np.argsort(keys)

    def size(fraction):
        return int((n * fraction + 1e-9) // 1)

    n_train = n - size(val_fraction) - size(test_fraction)
    chunks = {"train": order[:n_train], "val": order[n_train:n_train + size(val_fraction)],
              "test": order[n_train + size(val_fraction):]}
    result = []
    for name in ("train", "val", "test"):
        result += [X[chunks[name]], y[chunks[name]]]
    return tuple(result)
