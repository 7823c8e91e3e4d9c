from itertools import product

import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    # one index per output entry into the flattened image; a zero is appended for "outside"
    N, C, H, W = np.shape(x)
    flat = np.concatenate([np.reshape(x, (N, -1)), np.zeros((N, 1))], axis=1)
    blank = C * H * W
    tops = range(-padding, H + padding - kernel + 1, stride)
    lefts = range(-padding, W + padding - kernel + 1, stride)

    def where(c, r, q):
        return (c * H + r) * W + q if (0 <= r < H and 0 <= q < W) else blank

    table = [
        [where(c, t + a, l + b) for c, a, b in product(range(C), range(kernel), range(kernel))]
        for t, l in product(tops, lefts)
    ]
    return np.take(flat, np.array(table), axis=1)
