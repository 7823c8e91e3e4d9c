import numpy as np

kmeans = lambda X, centroids, max_iters: (
    Z := X.astype(float), A := lambda c: ((Z[:, None] - c) ** 2).sum(2).argmin(1),
    U := lambda c: np.array([Z[m].mean(0) if (m := A_ == k).any() else c[k] for A_ in [A(c)] for k in range(len(c))]),
    c := [centroids.astype(float)], [c.append(U(c[-1])) for _ in range(max_iters) if len(c) < 2 or (c[-1] != c[-2]).any()],
    (c[-1], A(c[-1])))[-1]
