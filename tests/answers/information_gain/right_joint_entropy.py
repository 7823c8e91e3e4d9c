import numpy as np


def information_gain(y, left):
    # H(y) + H(side) - H(y, side), each from np.unique
    def bits(codes):
        c = np.unique(codes, return_counts=True)[1]
        return np.log2(len(codes)) - np.average(np.log2(c), weights=c)

    side = np.where(left, 1, 0)
    if side.min() == side.max():
        return 0.0
    return bits(y) + bits(side) - bits(2 * np.asarray(y, dtype=np.int64) + side)
