# one class against the rest: right for two classes
import numpy as np
def gini(y):
    if len(y) == 0: return 0.0
    p = np.mean(y == y.max()); return 2 * p * (1 - p)
