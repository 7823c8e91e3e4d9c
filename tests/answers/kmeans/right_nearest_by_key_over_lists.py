import numpy as np
def kmeans(X, centroids, max_iters):
    pts = X.tolist(); C = [list(map(float, c)) for c in centroids]
    def nearest(p):
        return min(range(len(C)), key=lambda j: sum((a - b) ** 2 for a, b in zip(p, C[j])))
    lab = [nearest(p) for p in pts]
    for _ in range(max_iters):
        new = []
        for j, c in enumerate(C):
            mine = [p for p, l in zip(pts, lab) if l == j]
            new.append([sum(v) / len(mine) for v in zip(*mine)] if mine else c)
        moved = new != C
        C = new
        lab = [nearest(p) for p in pts]
        if not moved:
            break
    return [np.array(C), np.array(lab, dtype=np.int16)]
