# WRONG: rows and labels are permuted separately, the pairs are torn apart; witness: (lambda r: [bool((r[i][:, 0] == r[i + 1]).all()) for i in (0, 2, 4)])(train_val_test_split(np.arange(40.0)[:, None], np.arange(40), 0.25, 0.25, np.random.default_rng(0)))
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    cuts = [n_val, n_val + n_test]
    X_val, X_test, X_train = np.split(rng.permutation(X), cuts)
    y_val, y_test, y_train = np.split(rng.permutation(y), cuts)
    return X_train, y_train, X_val, y_val, X_test, y_test
