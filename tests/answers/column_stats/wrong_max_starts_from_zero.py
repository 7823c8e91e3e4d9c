# WRONG: max starts from 0: wrong for a column of negatives only
import numpy as np
def column_stats(X):
    return dict(mean=X.mean(0), std=X.std(0), min=X.min(0), max=np.max(X, axis=0, initial=0.0), argmin=X.argmin(0), argmax=X.argmax(0))
