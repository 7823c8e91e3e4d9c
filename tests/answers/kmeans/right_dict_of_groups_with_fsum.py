import numpy as np
def kmeans(X, centroids, max_iters):
    """Neumaier-free sums in sorted order, labels by a dictionary."""
    C = [tuple(float(v) for v in c) for c in centroids]
    P = [tuple(float(v) for v in p) for p in X]
    import math
    def lab():
        return [min(range(len(C)), key=lambda j: (math.dist(p, C[j]), j)) for p in P]
    for _ in range(max_iters):
        groups = {}
        for p, l in zip(P, lab()):
            groups.setdefault(l, []).append(p)
        new = [tuple(math.fsum(v) / len(groups[j]) for v in zip(*groups[j])) if j in groups else c for j, c in enumerate(C)]
        if new == C:
            break
        C = new
    return np.array(C), np.array(lab())
