import numpy as np
def _assign(X, C):
    best = np.full(len(X), np.inf); lab = np.zeros(len(X), dtype=np.uint8)
    for j, c in enumerate(C):
        diff = X - c
        d = np.einsum("nd,nd->n", diff, diff)
        closer = d < best
        best[closer] = d[closer]; lab[closer] = j
    return lab
def kmeans(X, centroids, max_iters):
    X = np.asfortranarray(X, dtype=float)
    C = np.array(centroids, dtype=float)
    for step in range(max_iters):
        lab = _assign(X, C)
        old = [tuple(c) for c in C]
        for j in set(lab.tolist()):
            C[j] = np.average(X, axis=0, weights=(lab == j))
        if all(tuple(c) == o for c, o in zip(C, old)):
            break
    return C, _assign(X, C)
