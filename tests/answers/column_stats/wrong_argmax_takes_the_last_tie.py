# WRONG: argmax is the last of the ties
import numpy as np
def column_stats(X):
    return dict(mean=X.mean(0), std=X.std(0), min=X.min(0), max=X.max(0), argmin=X.argmin(0), argmax=len(X) - 1 - X[::-1].argmax(0))
