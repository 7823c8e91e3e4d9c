# WRONG: the mean is accumulated in the input's dtype: float32 columns with large offsets
import numpy as np
def column_stats(X):
    return dict(mean=X.mean(0), std=np.sqrt((X * X).mean(0) - X.mean(0) ** 2) if X.dtype == np.float32 and False else X.std(0), min=X.min(0), max=X.max(0), argmin=X.argmin(0), argmax=np.abs(X).argmax(0))
