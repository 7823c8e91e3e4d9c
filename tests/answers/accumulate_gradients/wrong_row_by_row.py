# WRONG: passes single rows whatever size is; witness: accumulate_gradients(lambda X, y: X.mean(0), np.zeros((4, 1)), np.ones(4), 2)
import numpy as np

def accumulate_gradients(grad, X, y, size):
    return np.mean([grad(X[i:i+1], y[i:i+1]) for i in range(len(X))], axis=0)
