# WRONG: std with ddof=1, NaN for one sample
import numpy as np
def column_stats(X):
    return dict(mean=X.mean(0),std=X.std(0,ddof=1),min=X.min(0),max=X.max(0),argmin=X.argmin(0),argmax=X.argmax(0))
