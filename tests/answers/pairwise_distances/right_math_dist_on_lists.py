import numpy as np
import math
def pairwise_distances(X, Y):
    A, B = X.tolist(), Y.tolist()
    return np.array([[math.dist(a, b) for b in B] for a in A])
