# constant tested by std == 0: test divided by 1e-17 for 0.1 columns
import numpy as np
def standardize_splits(X_train, X_test):
    m = X_train.mean(0); s = X_train.std(0); s = np.where(s == 0, 1, s)
    return (X_train - m) / s, (X_test - m) / s
