# a curve of 1000 thresholds: near enough only for few distinct scores
import numpy as np
def roc_auc(y_true, scores):
    p, n = (y_true == 1).sum(), (y_true == 0).sum()
    if not p or not n: raise ValueError
    u = np.unique(scores)
    if len(u) > 1000: u = u[np.linspace(0, len(u) - 1, 1000).astype(int)]
    t = [0.0] + [np.mean(scores[y_true == 1] >= c) for c in u[::-1]] + [1.0]; f = [0.0] + [np.mean(scores[y_true == 0] >= c) for c in u[::-1]] + [1.0]
    return np.trapezoid(t, f)
