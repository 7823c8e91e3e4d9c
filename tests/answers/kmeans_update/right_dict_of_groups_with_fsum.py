import math, numpy as np
from collections import defaultdict
def kmeans_update(X, labels, centroids):
    g = defaultdict(list)
    for p, l in zip(X.tolist(), labels.tolist()): g[l].append(p)
    return np.array([[math.fsum(v) / len(g[k]) for v in zip(*g[k])] if k in g else list(map(float, c)) for k, c in enumerate(centroids)])
