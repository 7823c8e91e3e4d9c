# WRONG: the norm is taken over axis 0
import numpy as np
def pairwise_distances(X,Y):
    return np.linalg.norm(X[:,None]-Y,axis=0)
