# WRONG: training rows at distance 0 are skipped ("the point itself"); witness: knn_predict(np.array([[0.0], [1.0]]), np.array([0, 1]), np.zeros((1, 1)), 1)
import heapq
from collections import Counter
import numpy as np


def knn_predict(X_train, y_train, X, k):
    def vote(q):
        d = np.einsum("ij,ij->i", X_train - q, X_train - q)
        near = heapq.nsmallest(k, [i for i in range(len(d)) if d[i] > 0] or range(len(d)), key=lambda i: (d[i], i))
        c = Counter(np.asarray(y_train)[near].tolist())
        top = max(c.values())
        return min(lab for lab, n in c.items() if n == top)
    return np.fromiter(map(vote, X), dtype=np.int64, count=len(X))
