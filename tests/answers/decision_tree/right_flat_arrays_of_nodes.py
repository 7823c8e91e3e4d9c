import numpy as np


def _best_split(X, y):
    n = len(y)
    codes = np.unique(y, return_inverse=True)[1].reshape(-1)
    k = codes.max() + 1
    table = np.arange(n + 1, dtype=float)
    table[1:] *= np.log2(table[1:])
    parent = table[n] - table[np.bincount(codes)].sum()
    found = (None, None, 0.0)
    for j in range(X.shape[1]):
        values, pos = np.unique(X[:, j], return_inverse=True)
        cells = np.bincount(pos.reshape(-1) * k + codes, minlength=len(values) * k).reshape(-1, k)
        low = cells.cumsum(axis=0)[:-1]
        high = cells.sum(axis=0) - low
        gains = (parent - table[low.sum(1)] + table[low].sum(1) - table[high.sum(1)] + table[high].sum(1)) / n
        for i, g in enumerate(gains):
            if g > found[2] + 1e-12:
                found = (j, (values[i] + values[i + 1]) / 2, g)
    return found


def decision_tree(X_train, y_train, X, max_depth):
    # flat arrays of nodes, grown with an explicit stack, queries descend in lockstep
    A, y, Q = np.asarray(X_train, float), np.asarray(y_train), np.asarray(X, float)
    feature, threshold, child, value = [], [], [], []

    def new_node(rows):
        labels, counts = np.unique(y[rows], return_counts=True)
        feature.append(-1)
        threshold.append(0.0)
        child.append((-1, -1))
        value.append(labels[counts == counts.max()].min())
        return len(value) - 1

    everything = np.arange(len(y))
    stack = [(new_node(everything), everything, 0)]
    while stack:
        node, rows, depth = stack.pop()
        if depth >= max_depth or np.all(y[rows] == y[rows[0]]):
            continue
        j, t, gain = _best_split(A[rows], y[rows])
        if j is None:
            continue
        low = rows[A[rows, j] <= t]
        high = rows[A[rows, j] > t]
        feature[node], threshold[node] = j, t
        child[node] = (new_node(low), new_node(high))
        stack += [(child[node][0], low, depth + 1), (child[node][1], high, depth + 1)]

    feature, threshold = np.array(feature), np.array(threshold)
    child, value = np.array(child), np.array(value)
    at = np.zeros(len(Q), dtype=int)
    while len(inner := np.flatnonzero(feature[at] >= 0)):
        here = at[inner]
        goes_right = Q[inner, feature[here]] > threshold[here]
        at[inner] = child[here, goes_right.astype(int)]
    return value[at]
