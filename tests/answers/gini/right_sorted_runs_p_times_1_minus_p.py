import numpy as np
def gini(y):
    s = np.sort(y); 
    if s.size == 0: return np.array(0.0)
    e = np.flatnonzero(np.concatenate([[True], s[1:] != s[:-1], [True]]))
    p = np.diff(e) / s.size
    return p @ (1 - p)
