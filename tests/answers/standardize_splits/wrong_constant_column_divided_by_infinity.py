# a column constant in train becomes 0 in test as well (should only be centred)
import numpy as np
def standardize_splits(X_train, X_test):
    c = (X_train == X_train[0]).all(0); m = np.where(c, X_train[0], X_train.mean(0)); s = np.where(c, np.inf, X_train.std(0))
    return (X_train - m) / s, (X_test - m) / s
