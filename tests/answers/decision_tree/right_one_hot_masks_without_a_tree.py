import numpy as np


def _h(counts):
    s = counts.sum(axis=-1, keepdims=True)
    p = np.divide(counts, s, out=np.zeros(counts.shape), where=s > 0)
    return -(p * np.log2(np.where(p > 0, p, 1))).sum(axis=-1)


def decision_tree(X_train, y_train, X, max_depth):
    """No tree is kept: the training rows and the queries are divided together."""
    A = np.asarray(X_train, dtype=float)
    Q = np.asarray(X, dtype=float)
    y = np.asarray(y_train)
    k = int(y.max()) + 1
    onehot = np.identity(k)[y]
    out = np.empty(len(Q), dtype=np.intp)

    def choose(rows):
        best = (0.0, None, None)
        total = onehot[rows].sum(axis=0)
        parent = _h(total)
        for j in range(A.shape[1]):
            values = np.unique(A[rows, j])
            if len(values) == 1:
                continue
            mask = (A[rows, j][None, :] <= values[:-1, None]).astype(float)
            counts = mask @ onehot[rows]
            w = mask.mean(axis=1)
            gains = parent - w * _h(counts) - (1 - w) * _h(total - counts)
            for lo, hi, g in zip(values[:-1], values[1:], gains):
                if g > best[0] + 1e-12:
                    best = (g, j, (lo + hi) / 2)
        return best

    def divide(rows, queries, depth):
        counts = np.bincount(y[rows], minlength=k)
        out[queries] = counts.argmax()
        if depth == max_depth or counts.max() == counts.sum():
            return
        gain, j, t = choose(rows)
        if j is None:
            return
        r, q = A[rows, j] <= t, Q[queries, j] <= t
        divide(rows[r], queries[q], depth + 1)
        divide(rows[~r], queries[~q], depth + 1)

    divide(np.arange(len(A)), np.arange(len(Q)), 0)
    return out
