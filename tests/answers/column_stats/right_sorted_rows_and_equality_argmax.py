import numpy as np
def column_stats(X):
    s = np.sort(X, axis=0)
    mu = np.einsum("nd->d", X.astype(float)) / len(X)
    out = {"min": s[0], "max": s[-1], "mean": mu}
    out["argmin"] = (X == s[0]).argmax(0).astype(np.uint32)
    out["argmax"] = (X == s[-1]).argmax(0).astype(np.int16)
    out["std"] = np.linalg.norm(X - mu, axis=0) / np.sqrt(len(X))
    return out
