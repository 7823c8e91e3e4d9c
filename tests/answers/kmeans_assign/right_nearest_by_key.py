def kmeans_assign(X, centroids):
    import numpy as np
    C = [list(map(float, c)) for c in centroids]
    def d(p, c): return sum((float(a) - b) ** 2 for a, b in zip(p, c))
    return np.array([min(range(len(C)), key=lambda k: d(p, C[k])) for p in X], dtype=np.uint8)
