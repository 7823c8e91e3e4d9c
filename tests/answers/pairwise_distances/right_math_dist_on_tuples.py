import math

import numpy as np


def pairwise_distances(X, Y):
    ys = [tuple(map(float, row)) for row in Y]
    return np.array([[math.dist(tuple(map(float, x)), y) for y in ys] for x in X])
