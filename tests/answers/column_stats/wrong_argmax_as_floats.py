# WRONG: arg results are floats (integers are asked for)
import numpy as np
def column_stats(X):
    return dict(mean=X.mean(0), std=X.std(0), min=X.min(0), max=X.max(0), argmin=X.argmin(0), argmax=X.argmax(0) * 1.0)
