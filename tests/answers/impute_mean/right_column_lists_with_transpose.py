import numpy as np, math
def impute_mean(X):
    cols = []
    for c in X.T.tolist():
        ok = [v for v in c if not math.isnan(v)]
        m = math.fsum(ok) / len(ok) if ok else 0.0
        cols.append([m if math.isnan(v) else v for v in c])
    return np.array(cols).transpose()
