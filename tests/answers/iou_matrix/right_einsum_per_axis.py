import numpy as np


def iou_matrix(a, b):
    n, m = len(a), len(b)
    lengths = np.empty((2, n, m))
    for axis in range(2):
        hi = np.minimum.outer(a[:, axis + 2], b[:, axis + 2])
        lo = np.maximum.outer(a[:, axis], b[:, axis])
        lengths[axis] = np.where(hi > lo, hi - lo, 0)
    inter = np.einsum("nm,nm->nm", *lengths)
    size = lambda box: np.einsum("n,n->n", box[:, 2] - box[:, 0], box[:, 3] - box[:, 1])
    union = np.add.outer(size(a), size(b)) - inter
    out = np.zeros((n, m))
    np.divide(inter, union, out=out, where=inter > 0)
    return out
