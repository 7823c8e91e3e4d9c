# test rows beyond 10 train deviations are clipped
import numpy as np
def standardize_splits(X_train, X_test):
    c = (X_train == X_train[0]).all(0); m = np.where(c, X_train[0], X_train.mean(0)); s = np.where(c, 1, X_train.std(0))
    return (X_train - m) / s, np.clip((X_test - m) / s, -10, 10)
