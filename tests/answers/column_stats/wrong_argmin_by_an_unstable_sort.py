# WRONG: argmin by the unstable default argsort: ties in longer columns
import numpy as np
def column_stats(X):
    o = np.argsort(X, axis=0)
    return dict(mean=X.mean(0), std=X.std(0), min=X.min(0), max=X.max(0), argmin=o[0], argmax=X.argmax(0))
