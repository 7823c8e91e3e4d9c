# WRONG: range stops too early: the last full window is lost when it ends exactly at the end (unless it is the only one)
import numpy as np
def sliding_windows(x, size, stride):
    if size > len(x): raise ValueError
    return np.array([x[i:i + size] for i in range(0, max(len(x) - size, 1), stride)])
