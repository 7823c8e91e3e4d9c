# WRONG: the absolute value of the expanded square
import numpy as np
def pairwise_distances(X,Y):
    return np.sqrt(np.abs((X**2).sum(1)[:,None]+(Y**2).sum(1)-2*X@Y.T))
