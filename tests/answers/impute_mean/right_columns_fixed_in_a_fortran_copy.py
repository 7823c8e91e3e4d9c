import numpy as np
def impute_mean(X):
    out = X.copy(order="F").astype(np.float64)
    def fix(col):
        holes = np.isnan(col)
        n = col.size - np.count_nonzero(holes)
        col[holes] = np.einsum("i->", col[~holes]) / n if n else 0
    for j in range(out.shape[1]):
        fix(out[:, j])
    return out
