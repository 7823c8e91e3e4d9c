# sample deviation (ddof 1) for n > 1
import numpy as np
def standardize_splits(X_train, X_test):
    c = (X_train == X_train[0]).all(0); m = np.where(c, X_train[0], X_train.mean(0))
    s = np.where(c, 1, X_train.std(0, ddof=1 if len(X_train) > 5 else 0))
    return (X_train - m) / s, (X_test - m) / s
