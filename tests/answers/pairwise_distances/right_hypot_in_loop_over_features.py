import numpy as np
def pairwise_distances(X, Y):
    acc = np.zeros((len(X), len(Y)))
    for p, q in zip(X.T.astype(float), Y.T.astype(float)):
        acc = np.hypot(acc, np.subtract.outer(p, q))
    return acc
