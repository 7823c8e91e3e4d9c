import numpy as np


def best_split(X, y):
    # contingency table (distinct value x class) per feature, cumulated
    y_codes = np.unique(y, return_inverse=True)[1].reshape(-1)
    n, k = len(y_codes), int(y_codes.max()) + 1
    table = np.arange(n + 1, dtype=float)
    table[1:] *= np.log2(table[1:])            # c * log2(c), looked up by count
    parent = table[n] - table[np.bincount(y_codes)].sum()
    best_j, best_t, best_g = None, None, 0.0
    for j in range(np.shape(X)[1]):
        values, code = np.unique(np.asarray(X)[:, j].astype(float), return_inverse=True)
        cells = np.bincount(code.reshape(-1) * k + y_codes, minlength=values.size * k).reshape(-1, k)
        low = np.cumsum(cells, axis=0)
        high = low[-1] - low
        rest = (table[low.sum(1)] - table[low].sum(1)) + (table[high.sum(1)] - table[high].sum(1))
        gains = (parent - rest) / n
        for i in range(values.size - 1):
            if gains[i] > best_g + 1e-12:
                best_j, best_t, best_g = j, (values[i] + values[i + 1]) / 2.0, gains[i]
    return best_j, best_t, best_g
