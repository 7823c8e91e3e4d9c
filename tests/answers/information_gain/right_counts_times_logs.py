import numpy as np


def information_gain(y, left):
    def xlogx(c):
        c = np.asarray(c, dtype=float)
        return np.sum(c * np.log2(np.where(c > 0, c, 1.0)))

    n, nl = len(y), np.count_nonzero(left)
    if nl in (0, n):
        return 0.0
    k = int(np.max(y)) + 1
    total = np.bincount(y, minlength=k)
    cl = np.bincount(np.compress(left, y), minlength=k)
    cr = total - cl
    return (xlogx([n]) - xlogx(total) - (xlogx([nl]) - xlogx(cl)) - (xlogx([n - nl]) - xlogx(cr))) / n
