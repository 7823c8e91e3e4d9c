# WRONG: std from mean of squares minus squared mean: wrong for a column with a large offset
import numpy as np
def column_stats(X):
    x = X.astype(float); m = x.mean(0)
    return dict(mean=m, std=np.sqrt(np.maximum((x * x).mean(0) - m * m, 0)), min=X.min(0), max=X.max(0), argmin=X.argmin(0), argmax=X.argmax(0))
